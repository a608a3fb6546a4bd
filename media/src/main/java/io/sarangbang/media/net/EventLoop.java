package io.sarangbang.media.net;

import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread on which all media moves, so that nothing on the way needs a lock. Channels are non-blocking: a
 * blocking one would be closed under everybody's feet by the interrupt of a single sender.
 */
public final class EventLoop implements Executor, AutoCloseable {

    public static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private static final long ANSWER_SECONDS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);
    private static final long LOG_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Selector selector;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private Runnable ticker = () -> {};
    private long nextTick = System.nanoTime();
    private long nextLog = System.nanoTime();
    private volatile boolean closed;

    public EventLoop(String name) throws IOException {
        selector = Selector.open();
        thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /** Starts moving media; {@code ticker} is called about every 50 ms from then on. */
    public void start(Runnable ticker) {
        this.ticker = ticker;
        thread.start();
    }

    /** Runs a task on the loop's thread, after those given before it. */
    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        if (Thread.currentThread() != thread) {
            selector.wakeup();
        }
    }

    /** Asks the loop's thread for something and waits for the answer. */
    public <T> T ask(Supplier<T> question) {
        if (Thread.currentThread() == thread || closed) {
            return question.get();
        }
        return CompletableFuture.supplyAsync(question, this)
                .orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    SelectionKey register(SelectableChannel channel, int interest, Channel handler) throws IOException {
        channel.configureBlocking(false);
        return channel.register(selector, interest, handler);
    }

    private void run() {
        while (!closed) {
            try {
                turn();
            } catch (IOException | RuntimeException failed) {
                complain(failed);
            }
        }
        selector.keys().forEach(key -> ((Channel) key.attachment()).close());
        runTasks();
        closeSelector();
    }

    private void turn() throws IOException {
        long wait = nextTick - System.nanoTime();
        if (wait > 0) {
            selector.select(this::dispatch, TimeUnit.NANOSECONDS.toMillis(wait) + 1);
        } else {
            selector.selectNow(this::dispatch);
        }
        runTasks();
        tickWhenDue();
    }

    private void dispatch(SelectionKey key) {
        var channel = (Channel) key.attachment();
        try {
            if (key.isValid()) {
                channel.ready(key);
            }
        } catch (IOException ended) {
            channel.close();
        } catch (RuntimeException failed) {
            complain(failed);
        }
    }

    private void runTasks() {
        for (var task = tasks.poll(); task != null; task = tasks.poll()) {
            try {
                task.run();
            } catch (RuntimeException failed) {
                complain(failed);
            }
        }
    }

    private void tickWhenDue() {
        long now = System.nanoTime();
        if (now - nextTick >= 0) {
            nextTick = now + TICK_NANOS;
            ticker.run();
            selector.keys().forEach(key -> ((Channel) key.attachment()).expire(now));
        }
    }

    /** A packet that upsets us may come a thousand times a second; the log gets one of them every ten. */
    private void complain(Exception failed) {
        long now = System.nanoTime();
        if (now - nextLog >= 0) {
            nextLog = now + LOG_PAUSE_NANOS;
            LOG.warn("Media handling failed and goes on with the next packet", failed);
        }
    }

    private void closeSelector() {
        try {
            selector.close();
        } catch (IOException failed) {
            LOG.debug("The selector did not close", failed);
        }
    }

    /** Ends the thread and closes every channel, once what was given to it before has run. */
    @Override
    public void close() {
        if (thread.getState() == Thread.State.NEW) {
            closeSelector();
            return;
        }
        execute(() -> closed = true);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
