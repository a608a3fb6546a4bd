package io.sarangbang.auth.provider;

import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Asks for the profile of whom an ID token names. The person's subject is the profile's id whether OpenID Connect is on or
 * off, so that switching it leaves everybody their account. Kakao's {@code sub} is that id; that Naver's is, nobody has
 * documented: where it is not, the sign-in is refused instead of making the person a second account.
 */
@Component
public class OidcProfiles implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final Profiles profiles;

    OidcProfiles(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var profile = profiles.profile(request);
        if (!profile.subject().equals(request.getIdToken().getSubject())) {
            throw SignInFault.FAILED.because(
                    "the ID token's sub is not the profile's id; set %s_OIDC=false and everybody keeps their account"
                            .formatted(profile.provider().toUpperCase(java.util.Locale.ROOT)));
        }
        return new SignedInUser.ByIdToken(profile, request.getIdToken());
    }
}
