package io.sarangbang.auth.session;

import io.sarangbang.auth.account.Person;
import io.sarangbang.auth.notice.Notices;
import io.sarangbang.auth.proof.Proofs;
import io.sarangbang.auth.visitor.Visitor;
import io.sarangbang.defaults.token.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth")
class SessionController {

    private final Sessions sessions;
    private final SessionCookies cookies;
    private final Callers callers;
    private final Notices notices;
    private final Proofs proofs;
    private final RefreshMeters meters;

    SessionController(
            Sessions sessions,
            SessionCookies cookies,
            Callers callers,
            Notices notices,
            Proofs proofs,
            RefreshMeters meters) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.callers = callers;
        this.notices = notices;
        this.proofs = proofs;
        this.meters = meters;
    }

    @GetMapping("/session")
    SessionResponse session(HttpServletRequest request) {
        return callers.of(request)
                .flatMap(caller -> sessions.person(caller).map(it -> response(caller, it)))
                .orElseGet(
                        () -> SessionResponse.none(cookies.refreshToken(request).isPresent()));
    }

    private SessionResponse response(Caller caller, Person person) {
        return SessionResponse.of(caller, person, notices.unread(caller.accountId()));
    }

    @PostMapping("/refresh")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refresh(HttpServletRequest request, HttpServletResponse response) {
        var token = cookies.refreshToken(request);
        var grant = token.flatMap(it -> sessions.refresh(it, Visitor.of(request)));
        meters.count(grant.isPresent());
        if (grant.isEmpty()) {
            // Another tab may just have got the cookies of the session in its place: a late answer must not take those.
            if (token.filter(sessions::wasReplaced).isEmpty()) {
                cookies.delete(response);
            }
            throw new SessionEnded();
        }
        cookies.set(response, grant.get());
    }

    /** Also out of what was proven: whoever comes to this browser next must not make an account of it. */
    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logout(HttpServletRequest request, HttpServletResponse response) {
        sessions.signOut(cookies.refreshToken(request), callers.of(request), Visitor.of(request));
        cookies.delete(response);
        proofs.of(request).ifPresent(it -> {
            proofs.forget(it);
            proofs.delete(response);
        });
    }
}
