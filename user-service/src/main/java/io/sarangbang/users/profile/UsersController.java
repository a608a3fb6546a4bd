package io.sarangbang.users.profile;

import io.sarangbang.defaults.problem.ValidationFailed;
import io.sarangbang.defaults.token.Caller;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping(path = "/api/users", produces = MediaType.APPLICATION_JSON_VALUE)
class UsersController {

    private static final int MOST_IDS = 100;

    /** {@link UUID#fromString} also takes {@code 1-1-1-1-1}. */
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Profiles profiles;

    UsersController(Profiles profiles) {
        this.profiles = profiles;
    }

    @GetMapping("/me")
    ProfileResponse me(@AuthenticationPrincipal Caller caller) {
        return profiles.ownOf(caller);
    }

    @PatchMapping(path = "/me", consumes = MediaType.APPLICATION_JSON_VALUE)
    ProfileResponse change(@AuthenticationPrincipal Caller caller, @RequestBody JsonNode body) {
        return profiles.change(caller, ProfileChange.of(body));
    }

    @GetMapping
    UsersResponse some(@RequestParam("ids") String ids) {
        return UsersResponse.of(profiles.known(read(ids)));
    }

    private static List<UUID> read(String ids) {
        if (ids.isBlank()) {
            return List.of();
        }
        var parts = ids.split(",", -1);
        if (parts.length > MOST_IDS) {
            throw new ValidationFailed("ids", "at most " + MOST_IDS);
        }
        return Arrays.stream(parts).map(String::strip).map(UsersController::id).toList();
    }

    private static UUID id(String text) {
        if (!ID.matcher(text).matches()) {
            throw new ValidationFailed("ids", "ids separated by commas");
        }
        return UUID.fromString(text);
    }
}
