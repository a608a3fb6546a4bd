package io.sarangbang.doctor.fact;

import java.time.Duration;

/** Asks the installation for one record of facts. Runs beside all other probes, and is given up when its time is over. */
public interface Probe<T extends Record> {

    Class<T> facts();

    /** An exception makes the whole record unknown; what is worth telling apart goes into the record. */
    T ask(Inquiry inquiry) throws Exception;

    default Duration limit(Inquiry inquiry) {
        return Duration.ofSeconds(12);
    }

    /** A probe from a method. */
    static <T extends Record> Probe<T> of(Class<T> facts, Question<T> question) {
        return new Probe<>() {
            @Override
            public Class<T> facts() {
                return facts;
            }

            @Override
            public T ask(Inquiry inquiry) throws Exception {
                return question.ask(inquiry);
            }
        };
    }

    /** What a probe does. */
    @FunctionalInterface
    interface Question<T> {
        T ask(Inquiry inquiry) throws Exception;
    }
}
