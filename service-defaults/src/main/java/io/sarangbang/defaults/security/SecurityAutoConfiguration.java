package io.sarangbang.defaults.security;

import io.sarangbang.defaults.problem.NotSignedIn;
import io.sarangbang.defaults.service.ServiceCredentials;
import io.sarangbang.defaults.token.AccessTokens;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import tools.jackson.databind.json.JsonMapper;

@AutoConfiguration(
        beforeName = "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(SecurityFilterChain.class)
@EnableConfigurationProperties(FreshSignInSettings.class)
class SecurityAutoConfiguration {

    private static final int SERVICES = 0;

    /** What services ask of each other answers to services alone, a person's token is none of theirs. */
    @Bean
    @Order(SERVICES)
    SecurityFilterChain serviceChain(HttpSecurity http, ServiceCredentials credentials, JsonMapper json)
            throws Exception {
        return http.securityMatcher("/internal/**")
                .csrf(it -> it.disable())
                .requestCache(it -> it.disable())
                .logout(it -> it.disable())
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new ServiceFilter(credentials, new ProblemWriter(json)), AuthorizationFilter.class)
                .authorizeHttpRequests(it -> it.anyRequest().permitAll()) // the filter lets nobody else through
                .build();
    }

    @Bean
    FreshSignIn freshSignIn(FreshSignInSettings settings, Clock clock) {
        return new FreshSignIn(settings.maxAge(), clock);
    }

    /** Lowest precedence: a service may put chains of its own, for narrower paths, before this one. */
    @Bean
    @Order
    SecurityFilterChain accessTokenChain(
            HttpSecurity http,
            AccessTokens tokens,
            JsonMapper json,
            ObjectProvider<OpenPaths> open,
            ObjectProvider<RequiredScopes> scopes)
            throws Exception {
        var problems = new ProblemWriter(json);
        var required = scopes.getIfAvailable(RequiredScopes::new);
        return http.csrf(it -> it.disable()) // no cookie is read here: the gateway turns it into a bearer token
                .requestCache(it -> it.disable())
                .logout(it -> it.disable())
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new BearerFilter(tokens, problems), AuthorizationFilter.class)
                .authorizeHttpRequests(it -> {
                    it.requestMatchers("/actuator/health/**", "/error").permitAll();
                    open.stream()
                            .forEach(
                                    paths -> it.requestMatchers(paths.patterns().toArray(String[]::new))
                                            .permitAll());
                    it.anyRequest().access(required::decide);
                })
                .exceptionHandling(it -> it.authenticationEntryPoint((request, response, _) ->
                                problems.write(request, response, new NotSignedIn("No access token came along.")))
                        .accessDeniedHandler((request, response, _) ->
                                problems.write(request, response, new InsufficientScope(required.of(request)))))
                .build();
    }
}
