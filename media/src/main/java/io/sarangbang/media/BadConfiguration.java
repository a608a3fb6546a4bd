package io.sarangbang.media;

import java.util.List;

/** What is wrong with the environment, a line for each thing. */
final class BadConfiguration extends Exception {

    private static final long serialVersionUID = 1L;

    BadConfiguration(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
