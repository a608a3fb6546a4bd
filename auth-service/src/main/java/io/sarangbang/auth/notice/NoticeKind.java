package io.sarangbang.auth.notice;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody must be told even if they never look into their activity. */
public enum NoticeKind {
    /** A session was ended because its refresh token came twice: somebody else had it too. */
    REFRESH_TOKEN_REUSED,
    IDENTITY_LINKED,
    IDENTITY_UNLINKED,
    /** The provider told that the person withdrew there. */
    IDENTITY_DISCONNECTED,
    API_KEY_MADE;

    /** The name in the API. */
    @JsonValue
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
