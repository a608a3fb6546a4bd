package io.sarangbang.auth.audit;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The security events that are kept. */
public enum EventKind {
    SIGNED_IN,
    SIGNED_OUT,
    /** Somebody signed in once more for something that matters. */
    CONFIRMED,
    SESSION_ENDED,
    OTHER_SESSIONS_ENDED,
    /** A refresh token came twice; the session was ended. */
    REFRESH_TOKEN_REUSED,
    IDENTITY_LINKED,
    IDENTITY_UNLINKED,
    /** The provider told that the person withdrew there. */
    IDENTITY_DISCONNECTED,
    /** An identity that opens another account was to be linked. */
    LINK_REFUSED,
    API_KEY_MADE,
    API_KEY_REVOKED,
    DATA_EXPORTED,
    ACCOUNT_CLOSED;

    /** The name in the API and in the log. */
    @JsonValue
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
