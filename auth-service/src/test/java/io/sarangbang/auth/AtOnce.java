package io.sarangbang.auth;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Has several do something in the same moment. */
public final class AtOnce {

    private AtOnce() {}

    public static <T extends @Nullable Object> List<T> run(int many, Callable<T> call) {
        return all(many, _ -> call);
    }

    /** @param call is told which of them it is, from 0 */
    public static void run(int many, IntConsumer call) {
        all(many, turn -> Executors.callable(() -> call.accept(turn)));
    }

    private static <T extends @Nullable Object> List<T> all(int many, IntFunction<Callable<? extends T>> calls) {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, many)
                    .mapToObj(calls)
                    .map(call -> threads.submit(() -> {
                        start.await();
                        return (T) call.call();
                    }))
                    .toList();
            start.countDown();
            return running.stream().map(AtOnce::<T>result).collect(java.util.stream.Collectors.toList());
        }
    }

    private static <T extends @Nullable Object> T result(Future<T> call) {
        try {
            return call.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
