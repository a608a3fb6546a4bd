package io.sarangbang.auth.provider;

import io.sarangbang.auth.provider.ProviderHttp.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.security.oauth2.client.endpoint.DefaultOAuth2TokenRequestParametersConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Exchanges a code for an access token. Spring Security's own client believes an answer by its status, while Naver reports
 * errors with 200; so the body decides here.
 */
@Component
public class CodeExchange implements OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> {

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

    private final DefaultOAuth2TokenRequestParametersConverter<OAuth2AuthorizationCodeGrantRequest> standard =
            new DefaultOAuth2TokenRequestParametersConverter<>();
    private final ProviderHttp http;

    CodeExchange(ProviderHttp http) {
        this.http = http;
    }

    @Override
    public OAuth2AccessTokenResponse getTokenResponse(OAuth2AuthorizationCodeGrantRequest grant) {
        var registration = grant.getClientRegistration();
        var answer = http.post(registration.getProviderDetails().getTokenUri(), form(grant));
        if (!answer.isOk() || answer.body().has("error")) {
            throw refused(registration.getRegistrationId(), answer);
        }
        var token = answer.body().path("access_token").stringValue("");
        // It goes into a header next, where a line break would be a second header.
        if (!TOKEN.matcher(token).matches()) {
            throw SignInFault.UNAVAILABLE.because("answered no access token");
        }
        // How long it holds (Naver says so in a string) does not matter: it is used once, at once, and kept nowhere.
        return OAuth2AccessTokenResponse.withToken(token)
                .tokenType(TokenType.BEARER)
                .additionalParameters(more(registration, answer))
                .build();
    }

    private static Map<String, Object> more(ClientRegistration registration, Answer answer) {
        var more = new HashMap<String, Object>();
        var idToken = answer.body().path(OidcParameterNames.ID_TOKEN).stringValue("");
        if (registration.getScopes().contains(OidcScopes.OPENID)) {
            if (idToken.isEmpty()) {
                throw SignInFault.MISCONFIGURED.because(
                        "answered no ID token; is OpenID Connect switched on in the provider's console?");
            }
            more.put(OidcParameterNames.ID_TOKEN, idToken);
        }
        var refresh = answer.body().path(OAuth2ParameterNames.REFRESH_TOKEN).stringValue("");
        if (TOKEN.matcher(refresh).matches()) {
            more.put(OAuth2ParameterNames.REFRESH_TOKEN, refresh);
        }
        return more;
    }

    private MultiValueMap<String, String> form(OAuth2AuthorizationCodeGrantRequest grant) {
        var form = new LinkedMultiValueMap<String, String>();
        form.addAll(standard.convert(grant));
        if (grant.getClientRegistration().getRegistrationId().equals(Provider.NAVER.id())) {
            form.set(
                    "state",
                    grant.getAuthorizationExchange().getAuthorizationRequest().getState());
        }
        return form;
    }

    private static OAuth2AuthenticationException refused(String provider, Answer answer) {
        var error = answer.code("error");
        var kakaoCode = answer.code("error_code");
        var finding =
                KakaoCodes.in(provider, error + " " + kakaoCode).orElseGet(() -> standard(provider, answer, error));
        return finding.fault()
                .because("refused the code with %d %s %s".formatted(answer.status(), error, finding.hint()));
    }

    private static Finding standard(String provider, Answer answer, String error) {
        // Naver's word for a code that is used up or unknown, with status 200; and for a secret that is wrong.
        var fault = answer.isOk() && error.equals("invalid_request")
                ? answer.mentions("error_description", "client") ? SignInFault.MISCONFIGURED : SignInFault.EXPIRED
                : SignInFault.ofCode(error);
        return new Finding(fault, answer.code("error_code") + Finding.remedy(provider, fault));
    }
}
