package io.sarangbang.doctor.fact;

import java.util.function.Function;

/** Something that was asked: either it is known, or it is known why not. */
public sealed interface Fact<T> {

    /** The answer. */
    record Known<T>(T value) implements Fact<T> {}

    /** No answer, and why, in a few words. That is never good news. */
    record Unknown<T>(String why) implements Fact<T> {}

    static <T> Fact<T> known(T value) {
        return new Known<>(value);
    }

    static <T> Fact<T> unknown(String why) {
        return new Unknown<>(why);
    }

    default <R> R either(Function<T, R> ifKnown, Function<String, R> ifUnknown) {
        return switch (this) {
            case Known<T> known -> ifKnown.apply(known.value());
            case Unknown<T> unknown -> ifUnknown.apply(unknown.why());
        };
    }
}
