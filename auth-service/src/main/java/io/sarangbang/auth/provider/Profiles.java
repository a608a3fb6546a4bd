package io.sarangbang.auth.provider;

import io.sarangbang.auth.account.Profile;
import io.sarangbang.auth.provider.ProviderHttp.Answer;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.stereotype.Component;

/** Asks a provider whose access token this is. */
@Component
public class Profiles implements OAuth2UserService<OAuth2UserRequest, OAuth2User> {

    private final ProviderHttp http;
    private final OfferedProviders providers;

    Profiles(ProviderHttp http, OfferedProviders providers) {
        this.http = http;
        this.providers = providers;
    }

    @Override
    public OAuth2User loadUser(OAuth2UserRequest request) {
        var id = request.getClientRegistration().getRegistrationId();
        var offered = providers.find(id).orElseThrow();
        var answer = http.get(
                offered.endpoints().userInfo(), request.getAccessToken().getTokenValue());
        return new SignedInUser(read(offered, answer));
    }

    private static Profile read(Offered offered, Answer answer) {
        return switch (offered.provider()) {
            case KAKAO -> KakaoAnswers.profile(answer, offered.app());
            case NAVER -> NaverAnswers.profile(answer, offered.app());
        };
    }
}
