package io.sarangbang.standin.grants;

import io.sarangbang.standin.knobs.Knobs;
import io.sarangbang.standin.people.Person;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one person allowed one client in one sign-in.
 *
 * @param knobs those turned for this sign-in alone
 * @param signedInAt {@code auth_time} of the ID token
 */
public record Grant(
        Person person,
        String redirectUri,
        Set<String> scopes,
        String state,
        @Nullable String nonce,
        @Nullable String codeChallenge,
        Knobs knobs,
        Instant signedInAt) {

    public Grant {
        scopes = Set.copyOf(scopes);
    }

    public boolean covers(String scope) {
        return scopes.contains(scope);
    }
}
