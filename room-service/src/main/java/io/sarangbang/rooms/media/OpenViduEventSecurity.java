package io.sarangbang.rooms.media;

import io.sarangbang.defaults.problem.NotSignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets webhooks in by their own secret instead of an access token, and looks at it before reading any of the body. */
@Configuration
class OpenViduEventSecurity implements WebMvcConfigurer, HandlerInterceptor {

    private final byte[] expected;

    OpenViduEventSecurity(OpenViduSettings settings) {
        this.expected = ("Bearer " + settings.webhookSecret().strip()).getBytes(StandardCharsets.UTF_8);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static SecurityFilterChain openViduEventChain(HttpSecurity http) throws Exception {
        return http.securityMatcher(OpenViduEventController.PATH)
                .csrf(it -> it.disable())
                .requestCache(it -> it.disable())
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .build();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(OpenViduEventController.PATH);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var given = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (given == null || !MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
            throw new NotSignedIn("The webhook's secret is not ours.");
        }
        return true;
    }
}
