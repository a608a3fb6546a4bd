package io.sarangbang.media.sdp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Offers as an unmodified openvidu-browser in Chromium made them. */
final class CapturedOffers {

    private CapturedOffers() {}

    static String read(String name) {
        try (var file = CapturedOffers.class.getResourceAsStream(name + ".sdp")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
