package io.sarangbang.auth.signin;

import io.sarangbang.auth.provider.OfferedProviders;
import io.sarangbang.defaults.problem.NotFound;
import io.sarangbang.defaults.security.FreshSignIn;
import io.sarangbang.defaults.token.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What somebody who is signed in goes to a provider for. A call and not a link: no other site can have it begin. */
@RestController
@RequestMapping("/api/auth")
class AskController {

    private final OfferedProviders providers;
    private final SignInStart start;
    private final PendingSignIns pending;
    private final FreshSignIn fresh;

    AskController(OfferedProviders providers, SignInStart start, PendingSignIns pending, FreshSignIn fresh) {
        this.providers = providers;
        this.start = start;
        this.pending = pending;
        this.fresh = fresh;
    }

    @PostMapping("/confirm/{provider}")
    LocationResponse confirm(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String provider,
            @RequestBody AskRequest asked,
            HttpServletRequest request,
            HttpServletResponse response) {
        return begin(provider, asked.by(caller, Purpose.CONFIRM), request, response);
    }

    @PostMapping("/link/{provider}")
    LocationResponse link(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String provider,
            @RequestBody AskRequest asked,
            HttpServletRequest request,
            HttpServletResponse response) {
        fresh.require(caller);
        return begin(provider, asked.by(caller, Purpose.LINK), request, response);
    }

    private LocationResponse begin(
            String provider, Intent intent, HttpServletRequest request, HttpServletResponse response) {
        var offered = providers
                .find(provider)
                .orElseThrow(() -> new NotFound("Nobody signs in here with a provider of this name."));
        var started = start.begin(request, offered, intent);
        pending.saveAuthorizationRequest(started, request, response);
        return new LocationResponse(started.getAuthorizationRequestUri());
    }

    record AskRequest(@Nullable String returnTo) {

        Intent by(Caller caller, Purpose purpose) {
            return Intent.of(purpose, ReturnTo.safe(returnTo), caller.sessionId());
        }
    }

    record LocationResponse(String location) {}
}
