package io.sarangbang.defaults.security;

import io.sarangbang.defaults.problem.NotSignedIn;
import io.sarangbang.defaults.service.ServiceCredentials;
import io.sarangbang.defaults.token.BadToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets services of this installation through, and nobody else. */
final class ServiceFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(ServiceFilter.class);

    private final ServiceCredentials credentials;
    private final ProblemWriter problems;

    ServiceFilter(ServiceCredentials credentials, ProblemWriter problems) {
        this.credentials = credentials;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isFromService(request)) {
            chain.doFilter(request, response);
        } else {
            problems.write(request, response, new NotSignedIn("Only services of this installation are answered here."));
        }
    }

    private boolean isFromService(HttpServletRequest request) {
        var token = BearerToken.of(request);
        try {
            return token != null && !credentials.verify(token).isEmpty();
        } catch (BadToken e) {
            log.warn("a caller of {} is no service of this installation: {}", request.getRequestURI(), e.getMessage());
            return false;
        }
    }
}
