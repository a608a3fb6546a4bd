package io.sarangbang.standin.knobs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where slowness and breakdowns take effect. */
public enum Place {
    TOKEN,
    USER_INFO,
    KEYS,
    /** Where a client ends a link. At Naver that is the token address, asked with another grant type. */
    UNLINK;

    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
