package io.sarangbang.defaults.security;

import io.sarangbang.defaults.token.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which scope an address of a service takes (RFC 6750 §3.1). A service that lets API keys in declares one bean of this type;
 * the first rule that matches counts, and what no rule names takes {@link Caller#EVERYTHING}, so that whatever is forgotten
 * stays closed to keys.
 */
public final class RequiredScopes {

    private final List<Rule> rules;

    public RequiredScopes() {
        this(List.of());
    }

    private RequiredScopes(List<Rule> rules) {
        this.rules = rules;
    }

    /** These rules, and after them one for a method and a path pattern. */
    public RequiredScopes on(HttpMethod method, String pattern, String scope) {
        var more = new ArrayList<>(rules);
        more.add(new Rule(PathPatternRequestMatcher.withDefaults().matcher(method, pattern), scope));
        return new RequiredScopes(List.copyOf(more));
    }

    String of(HttpServletRequest request) {
        return rules.stream()
                .filter(it -> it.address().matches(request))
                .map(Rule::scope)
                .findFirst()
                .orElse(Caller.EVERYTHING);
    }

    AuthorizationResult decide(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        var known = authentication.get();
        return new AuthorizationDecision(
                known != null && known.getPrincipal() instanceof Caller caller && caller.may(of(context.getRequest())));
    }

    private record Rule(RequestMatcher address, String scope) {}
}
