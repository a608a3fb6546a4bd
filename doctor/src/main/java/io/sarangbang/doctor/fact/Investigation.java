package io.sarangbang.doctor.fact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs all probes at once and waits for each as long as it may take. */
public final class Investigation implements Inquiry {

    private final Installation installation;
    private final boolean patient;
    private final Map<Class<?>, Asked<?>> asked = new LinkedHashMap<>();

    public Investigation(Installation installation, boolean patient, List<? extends Probe<?>> probes) {
        this.installation = installation;
        this.patient = patient;
        probes.forEach(probe -> asked.put(probe.facts(), new Asked<>(probe)));
    }

    /** Asks everything. Whoever takes too long is left behind: the threads are daemons. */
    public Facts facts() throws InterruptedException {
        asked.values().forEach(Asked::start);
        var facts = Facts.none();
        for (var each : asked.values()) {
            facts = each.addedTo(facts);
        }
        return facts;
    }

    @Override
    public Installation installation() {
        return installation;
    }

    @Override
    public boolean patient() {
        return patient;
    }

    @Override
    @SuppressWarnings("unchecked") // a probe is registered under the type it answers with
    public <T extends Record> Fact<T> fact(Class<T> type) throws InterruptedException {
        var one = (Asked<T>) asked.get(type);
        return one == null ? Fact.unknown("nobody asked") : one.fact();
    }

    private final class Asked<T extends Record> {

        private final Probe<T> probe;
        private final FutureTask<T> answer;
        private final long started = System.nanoTime();

        Asked(Probe<T> probe) {
            this.probe = probe;
            this.answer = new FutureTask<>(() -> probe.ask(Investigation.this));
        }

        void start() {
            Thread.ofVirtual().name(probe.facts().getSimpleName()).start(answer);
        }

        Facts addedTo(Facts facts) throws InterruptedException {
            return facts.with(probe.facts(), fact());
        }

        Fact<T> fact() throws InterruptedException {
            var limit = probe.limit(Investigation.this);
            try {
                return Fact.known(answer.get(started + limit.toNanos() - System.nanoTime(), TimeUnit.NANOSECONDS));
            } catch (TimeoutException | CancellationException e) {
                answer.cancel(true);
                return Fact.unknown("no answer within " + limit.toSeconds() + " s");
            } catch (ExecutionException e) {
                return Fact.unknown(said(Objects.requireNonNullElse(e.getCause(), e)));
            }
        }
    }

    private static String said(Throwable failure) {
        var message = Optional.ofNullable(failure.getMessage()).filter(it -> !it.isBlank());
        return failure.getClass().getSimpleName() + message.map(it -> ": " + it).orElse("");
    }
}
