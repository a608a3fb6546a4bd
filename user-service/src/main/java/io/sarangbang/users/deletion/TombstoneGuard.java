package io.sarangbang.users.deletion;

import io.sarangbang.defaults.token.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Stands before everything of the caller's own, so that no address can forget to ask: tokens outlive their account. */
@Component
class TombstoneGuard implements HandlerInterceptor, WebMvcConfigurer {

    private final Tombstones tombstones;

    TombstoneGuard(Tombstones tombstones) {
        this.tombstones = tombstones;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/users/me", "/api/users/me/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!asksForTheDeletion(request)
                && request.getUserPrincipal() instanceof Authentication known
                && known.getPrincipal() instanceof Caller caller) {
            tombstones.refuse(caller.accountId());
        }
        return true;
    }

    /** Whoever lost the first answer may ask again. */
    private static boolean asksForTheDeletion(HttpServletRequest request) {
        return HttpMethod.DELETE.matches(request.getMethod());
    }
}
