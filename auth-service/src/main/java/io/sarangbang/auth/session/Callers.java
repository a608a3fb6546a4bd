package io.sarangbang.auth.session;

import io.sarangbang.defaults.token.AccessTokens;
import io.sarangbang.defaults.token.BadToken;
import io.sarangbang.defaults.token.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Who calls, where an access token that does not hold is no reason to refuse: it means that nobody is signed in. A program
 * with an API key is nobody here, either.
 */
@Component
class Callers {

    private static final String SCHEME = "Bearer ";

    private final AccessTokens tokens;

    Callers(AccessTokens tokens) {
        this.tokens = tokens;
    }

    Optional<Caller> of(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            return Optional.of(tokens.verify(header.substring(SCHEME.length()).strip()))
                    .filter(it -> it.may(Caller.EVERYTHING));
        } catch (BadToken e) {
            return Optional.empty();
        }
    }
}
