package io.sarangbang.standin;

/** The stand-ins must not run here; the message is one sentence for the operator. */
final class StandInRefused extends RuntimeException {

    StandInRefused(String sentence) {
        super(sentence);
    }
}
