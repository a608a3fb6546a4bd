package io.sarangbang.defaults.security;

import io.sarangbang.defaults.problem.NotSignedIn;
import io.sarangbang.defaults.problem.ServiceUnavailable;
import io.sarangbang.defaults.token.AccessTokens;
import io.sarangbang.defaults.token.BadToken;
import io.sarangbang.defaults.token.KeySource.KeysUnavailable;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads {@code Authorization: Bearer} (RFC 6750 §2.1); a token that does not hold is refused even where none is needed. */
final class BearerFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(BearerFilter.class);

    private final AccessTokens tokens;
    private final ProblemWriter problems;

    BearerFilter(AccessTokens tokens, ProblemWriter problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var token = BearerToken.of(request);
        if (token == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            var caller = tokens.verify(token);
            SecurityContextHolder.getContext().setAuthentication(new CallerAuthentication(caller));
        } catch (BadToken e) {
            log.debug("token refused: {}", e.getMessage());
            problems.write(request, response, new NotSignedIn("The access token does not hold."));
            return;
        } catch (KeysUnavailable e) {
            log.warn("no keys to verify a token with: {}", e.getMessage());
            problems.write(request, response, new ServiceUnavailable("auth-service", "Tokens can't be checked now."));
            return;
        }
        chain.doFilter(request, response);
    }
}
