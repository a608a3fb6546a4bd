package io.sarangbang.auth.provider;

import io.sarangbang.auth.account.Profile;
import io.sarangbang.auth.provider.ProviderHttp.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.stereotype.Component;

/** Asks a provider whose access token this is. */
@Component
public class Profiles implements OAuth2UserService<OAuth2UserRequest, OAuth2User> {

    private final ProviderHttp http;
    private final OfferedProviders providers;
    private final ProviderUnlinking unlinking;

    Profiles(ProviderHttp http, OfferedProviders providers, ProviderUnlinking unlinking) {
        this.http = http;
        this.providers = providers;
        this.unlinking = unlinking;
    }

    @Override
    public OAuth2User loadUser(OAuth2UserRequest request) {
        return new SignedInUser.ByProfile(profile(request));
    }

    Profile profile(OAuth2UserRequest request) {
        var id = request.getClientRegistration().getRegistrationId();
        var offered = providers.find(id).orElseThrow();
        var answer = http.get(
                offered.endpoints().userInfo(), request.getAccessToken().getTokenValue());
        var profile = read(offered, answer);
        return unlinking.needsToken(offered) ? profile.with(refreshToken(request)) : profile;
    }

    private static @Nullable String refreshToken(OAuth2UserRequest request) {
        return (String) request.getAdditionalParameters().get(OAuth2ParameterNames.REFRESH_TOKEN);
    }

    private static Profile read(Offered offered, Answer answer) {
        return switch (offered.provider()) {
            case KAKAO -> KakaoAnswers.profile(answer, offered.app());
            case NAVER -> NaverAnswers.profile(answer, offered.app());
        };
    }
}
