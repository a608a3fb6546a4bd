package io.sarangbang.auth.identity;

import io.sarangbang.auth.session.SessionCookies;
import io.sarangbang.auth.visitor.Visitor;
import io.sarangbang.defaults.security.FreshSignIn;
import io.sarangbang.defaults.token.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class UnlinkController {

    private final Unlinks unlinks;
    private final SessionCookies cookies;
    private final FreshSignIn fresh;

    UnlinkController(Unlinks unlinks, SessionCookies cookies, FreshSignIn fresh) {
        this.unlinks = unlinks;
        this.cookies = cookies;
        this.fresh = fresh;
    }

    @DeleteMapping("/api/auth/identities/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlink(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response) {
        fresh.require(caller);
        var ownSessionEnded = unlinks.unlink(caller, id, Visitor.of(request));
        if (ownSessionEnded) {
            cookies.delete(response);
        }
    }
}
