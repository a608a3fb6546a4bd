package io.sarangbang.users.profile;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Some profiles as others see them. */
record UsersResponse(List<User> users) {

    record User(UUID id, String displayName, @Nullable String pictureUrl) {}

    static UsersResponse of(List<Profile> profiles) {
        return new UsersResponse(profiles.stream()
                .map(it -> new User(it.getId(), it.displayName(), it.pictureUrl()))
                .toList());
    }
}
