package io.sarangbang.doctor.fact;

/** What a probe knows when it asks. */
public interface Inquiry {

    Installation installation();

    /** Whether there is time for a question that takes more than a minute. */
    boolean patient();

    /** What another probe learns; waits for it. Probes must not wait for each other in a circle. */
    <T extends Record> Fact<T> fact(Class<T> type) throws InterruptedException;
}
