package io.sarangbang.media.rest;

/** A request whose body does not say what it must. */
final class BadParameter extends Exception {

    private static final long serialVersionUID = 1L;

    BadParameter(String message) {
        super(message);
    }
}
