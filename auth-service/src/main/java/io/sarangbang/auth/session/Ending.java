package io.sarangbang.auth.session;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a session ended before its time. */
public enum Ending {
    SIGNED_OUT,
    /** The same browser signed in again. */
    REPLACED,
    /** A refresh token came twice, so somebody else has it too. */
    TOKEN_REUSED,
    /** Its owner ended it from another device. */
    ENDED_ELSEWHERE,
    /** What opened it is no longer an identity of the account. */
    IDENTITY_GONE,
    ACCOUNT_CLOSED;

    /** The name in an export. */
    @JsonValue
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
