package io.sarangbang.media.rest;

import java.util.Locale;

/** Numbers in Prometheus' text format (0.0.4). */
final class Metrics {

    private final StringBuilder text = new StringBuilder();

    Metrics gauge(String name, String meaning, double value) {
        return add(name, "gauge", meaning, value);
    }

    /** @param name ends in {@code _total} */
    Metrics counter(String name, String meaning, double value) {
        return add(name, "counter", meaning, value);
    }

    private Metrics add(String name, String type, String meaning, double value) {
        text.append("# HELP %s %s%n# TYPE %s %s%n%s %s%n"
                .formatted(name, meaning, name, type, name, String.format(Locale.ROOT, "%.0f", value))
                .replace("\r\n", "\n"));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
