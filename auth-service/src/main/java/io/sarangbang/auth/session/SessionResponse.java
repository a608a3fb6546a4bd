package io.sarangbang.auth.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sarangbang.auth.account.Person;
import io.sarangbang.auth.notice.NoticeResponse;
import io.sarangbang.defaults.token.Caller;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a page may know about its own session. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionResponse(
        boolean signedIn,
        @Nullable Boolean refreshable,
        @Nullable UUID accountId,
        @Nullable String provider,
        @Nullable String nickname,
        @Nullable Instant expiresAt,
        @Nullable Instant authenticatedAt,
        @Nullable List<NoticeResponse> notices) {

    static SessionResponse of(Caller caller, Person person, List<NoticeResponse> notices) {
        return new SessionResponse(
                true,
                null,
                caller.accountId(),
                person.provider(),
                person.nickname(),
                caller.expiresAt(),
                caller.authenticatedAt(),
                notices);
    }

    static SessionResponse none(boolean refreshable) {
        return new SessionResponse(false, refreshable, null, null, null, null, null, null);
    }
}
