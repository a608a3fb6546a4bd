package io.sarangbang.auth.session;

import io.sarangbang.auth.visitor.Visitor;
import io.sarangbang.defaults.security.FreshSignIn;
import io.sarangbang.defaults.token.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth/sessions")
class OwnSessionsController {

    private final OwnSessions sessions;
    private final SessionCookies cookies;
    private final FreshSignIn freshSignIn;

    OwnSessionsController(OwnSessions sessions, SessionCookies cookies, FreshSignIn freshSignIn) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.freshSignIn = freshSignIn;
    }

    @GetMapping
    OwnSessionsResponse sessions(@AuthenticationPrincipal Caller caller) {
        return sessions.of(caller);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response) {
        freshSignIn.require(caller);
        sessions.end(id, caller, Visitor.of(request));
        if (id.equals(caller.sessionId())) {
            cookies.delete(response);
        }
    }

    @PostMapping("/end-others")
    EndedResponse endOthers(@AuthenticationPrincipal Caller caller, HttpServletRequest request) {
        freshSignIn.require(caller);
        return new EndedResponse(sessions.endOthers(caller, Visitor.of(request)));
    }

    record EndedResponse(int ended) {}
}
