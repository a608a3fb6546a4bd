package io.sarangbang.defaults.security;

import io.sarangbang.defaults.problem.Forbidden;
import io.sarangbang.defaults.problem.NotSignedIn;
import io.sarangbang.defaults.token.AccessTokens;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
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
class SecurityAutoConfiguration {

    /** Lowest precedence: a service may put chains of its own, for narrower paths, before this one. */
    @Bean
    @Order
    SecurityFilterChain accessTokenChain(
            HttpSecurity http, AccessTokens tokens, JsonMapper json, ObjectProvider<OpenPaths> open) throws Exception {
        var problems = new ProblemWriter(json);
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
                    it.anyRequest().authenticated();
                })
                .exceptionHandling(it -> it.authenticationEntryPoint((request, response, _) ->
                                problems.write(request, response, new NotSignedIn("No access token came along.")))
                        .accessDeniedHandler((request, response, _) ->
                                problems.write(request, response, new Forbidden("This is not yours to do."))))
                .build();
    }
}
