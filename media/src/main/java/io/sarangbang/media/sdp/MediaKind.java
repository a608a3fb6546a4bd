package io.sarangbang.media.sdp;

import java.util.Optional;

/** The two kinds of media, each with the one codec that is forwarded. */
public enum MediaKind {
    AUDIO("audio", "opus/48000/2", 48_000),
    VIDEO("video", "VP8/90000", 90_000);

    private final String token;
    private final String codec;
    private final int clockRate;

    MediaKind(String token, String codec, int clockRate) {
        this.token = token;
        this.codec = codec;
        this.clockRate = clockRate;
    }

    public String token() {
        return token;
    }

    public String codec() {
        return codec;
    }

    public int clockRate() {
        return clockRate;
    }

    static Optional<MediaKind> of(String token) {
        for (var kind : values()) {
            if (kind.token.equals(token)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
