package io.sarangbang.users.profile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A profile as its owner sees it. */
public record ProfileResponse(
        UUID id, String displayName, @Nullable String pictureUrl, String locale, Instant createdAt, Instant updatedAt) {

    static ProfileResponse of(Profile profile) {
        return new ProfileResponse(
                profile.getId(),
                profile.displayName(),
                profile.pictureUrl(),
                profile.locale(),
                profile.createdAt(),
                profile.updatedAt());
    }
}
