package io.sarangbang.auth.session;

import io.sarangbang.defaults.token.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses tokens of sessions that ended, at once: gateways hear of an end within seconds, but whoever holds a stolen token
 * must not get to use those seconds on the account itself.
 */
@Component
final class EndedSessionGuard implements HandlerInterceptor, WebMvcConfigurer {

    private static final String BROWSER = "web";

    private final Sessions sessions;

    EndedSessionGuard(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/auth/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var known = SecurityContextHolder.getContext().getAuthentication();
        if (known != null
                && known.getPrincipal() instanceof Caller caller
                && caller.clientId().equals(BROWSER)
                && !sessions.isLive(caller.sessionId())) {
            throw new SessionEnded();
        }
        return true;
    }
}
