package io.sarangbang.auth.signin;

import io.sarangbang.auth.provider.CodeExchange;
import io.sarangbang.auth.provider.OfferedProviders;
import io.sarangbang.auth.provider.OidcProfiles;
import io.sarangbang.auth.provider.Profiles;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which requests go through the OAuth 2.0 login, and which are open to everybody; all others stay closed. */
@Configuration
class SignInSecurity {

    /** The code flow for the providers on offer; addresses of others are no addresses. */
    @Bean
    @Order(1)
    SecurityFilterChain signInChain(
            HttpSecurity http,
            OfferedProviders providers,
            SignInStart start,
            PendingSignIns pending,
            CodeExchange exchange,
            Profiles profiles,
            OidcProfiles oidcProfiles,
            SignInEnd end,
            SignInFailed failed)
            throws Exception {
        return stateless(http)
                .securityMatcher(addressesOf(providers))
                // A callback's address holds the code, which the next page's requests must not tell anybody.
                .headers(it -> it.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .addFilterBefore(new ReadableParameters(), OAuth2AuthorizationRequestRedirectFilter.class)
                .oauth2Login(login -> login.loginPage("/sign-in")
                        .clientRegistrationRepository(providers)
                        .authorizedClientRepository(new NoProviderTokens())
                        .authorizationEndpoint(
                                it -> it.authorizationRequestResolver(start).authorizationRequestRepository(pending))
                        .redirectionEndpoint(it -> it.baseUri("/api/auth/callback/*"))
                        .tokenEndpoint(it -> it.accessTokenResponseClient(exchange))
                        .userInfoEndpoint(it -> it.userService(profiles).oidcUserService(oidcProfiles))
                        .successHandler(end)
                        .failureHandler(failed))
                .build();
    }

    /**
     * Calls that answer without an access token. They get a chain of their own because the usual one refuses a token that does
     * not hold, and an expired one is just what somebody comes to refresh with.
     */
    @Bean
    @Order(2)
    SecurityFilterChain openChain(HttpSecurity http) throws Exception {
        return stateless(http)
                .securityMatcher(
                        "/api/auth/providers",
                        "/api/auth/sign-in/*",
                        "/api/auth/callback/*",
                        "/api/auth/session",
                        "/api/auth/refresh",
                        "/api/auth/logout",
                        "/api/auth/proof",
                        "/api/auth/accounts",
                        "/.well-known/jwks.json")
                .build();
    }

    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.csrf(CsrfConfigurer::disable) // the gateway and CrossSiteGuard see to it
                .requestCache(RequestCacheConfigurer::disable)
                .logout(LogoutConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(it -> it.anyRequest().permitAll());
    }

    /** Letter by letter: what only decodes to such an address is none, so its last part may be repeated to browsers. */
    private static RequestMatcher addressesOf(OfferedProviders providers) {
        var addresses = providers.all().stream()
                .map(it -> it.provider().id())
                .flatMap(id -> Stream.of("/api/auth/sign-in/" + id, "/api/auth/callback/" + id))
                .collect(Collectors.toSet());
        return request -> request.getMethod().equals("GET") && addresses.contains(request.getRequestURI());
    }
}
