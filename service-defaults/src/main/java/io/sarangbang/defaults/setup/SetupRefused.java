package io.sarangbang.defaults.setup;

/** The set-up can't work or isn't safe; the message is one sentence for the operator and holds no secret. */
public final class SetupRefused extends RuntimeException {

    public SetupRefused(String sentence) {
        super(sentence);
    }
}
