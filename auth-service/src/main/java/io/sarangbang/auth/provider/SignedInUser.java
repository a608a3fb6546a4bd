package io.sarangbang.auth.provider;

import io.sarangbang.auth.account.Profile;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.user.OAuth2User;

/** The person that a provider vouches for. */
public sealed interface SignedInUser extends OAuth2User {

    Profile profile();

    /** When the person last proved to the provider who they are, where it tells. */
    Optional<Instant> provenAt();

    @Override
    default Map<String, Object> getAttributes() {
        return Map.of();
    }

    @Override
    default Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    default String getName() {
        return profile().subject();
    }

    /** Known by an access token that opened the profile. */
    record ByProfile(Profile profile) implements SignedInUser {

        @Override
        public Optional<Instant> provenAt() {
            return Optional.empty();
        }
    }

    /** Known by an ID token, and a profile of the same subject. */
    record ByIdToken(Profile profile, OidcIdToken idToken) implements SignedInUser, OidcUser {

        @Override
        public Optional<Instant> provenAt() {
            return Optional.ofNullable(idToken.getAuthenticatedAt());
        }

        @Override
        public Map<String, Object> getAttributes() {
            return Map.of();
        }

        @Override
        public Map<String, Object> getClaims() {
            return idToken.getClaims();
        }

        @Override
        public OidcUserInfo getUserInfo() {
            return new OidcUserInfo(Map.of("sub", idToken.getSubject()));
        }

        @Override
        public OidcIdToken getIdToken() {
            return idToken;
        }
    }
}
