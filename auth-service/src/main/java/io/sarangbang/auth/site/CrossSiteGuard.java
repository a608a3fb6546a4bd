package io.sarangbang.auth.site;

import io.sarangbang.defaults.problem.CrossSiteRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A second lock behind the gateway's: a browser sends a custom header across sites only after a preflight, and nobody here
 * answers one.
 */
@Component
final class CrossSiteGuard implements HandlerInterceptor, WebMvcConfigurer {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** No browser's: providers prove themselves by what they send. */
    private static final List<String> PROVIDERS =
            List.of("/api/auth/webhooks/kakao/unlink", "/api/auth/webhooks/naver/unlink");

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/auth/**").excludePathPatterns(PROVIDERS);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!SAFE.contains(request.getMethod()) && !"sarangbang".equals(request.getHeader("X-Requested-With"))) {
            throw new CrossSiteRequest("Send X-Requested-With: sarangbang.");
        }
        return true;
    }
}
