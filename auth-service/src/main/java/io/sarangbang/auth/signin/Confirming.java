package io.sarangbang.auth.signin;

import static java.util.Objects.requireNonNull;

import io.sarangbang.auth.account.Accounts;
import io.sarangbang.auth.account.Profile;
import io.sarangbang.auth.account.Turns;
import io.sarangbang.auth.provider.SignInFault;
import io.sarangbang.auth.session.Grant;
import io.sarangbang.auth.session.LiveSessions;
import io.sarangbang.auth.session.SessionCookies;
import io.sarangbang.auth.session.Sessions;
import io.sarangbang.auth.visitor.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.stereotype.Component;

/** Puts a new session in the place of the one that asked, if the same person came back; else everything stays as it is. */
@Component
class Confirming implements Conclusion {

    private final Turns turns;
    private final Accounts accounts;
    private final LiveSessions live;
    private final Sessions sessions;
    private final SessionCookies cookies;

    Confirming(Turns turns, Accounts accounts, LiveSessions live, Sessions sessions, SessionCookies cookies) {
        this.turns = turns;
        this.accounts = accounts;
        this.live = live;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    @Override
    public Purpose purpose() {
        return Purpose.CONFIRM;
    }

    @Override
    public String conclude(Profile profile, Intent intent, HttpServletRequest request, HttpServletResponse response) {
        var asker = requireNonNull(intent.asker());
        cookies.set(response, turns.take(() -> confirm(asker, profile, Visitor.of(request))));
        return intent.returnTo();
    }

    private Grant confirm(UUID asker, Profile profile, Visitor visitor) {
        var known = accounts.known(profile); // held before the session: identities come first everywhere
        var session = live.holdInPlaceOf(asker).orElseThrow(Confirming::tooLate);
        var person = known.filter(it -> it.accountId().equals(session.accountId()))
                .orElseThrow(() -> SignInFault.OTHER_PERSON.because("the session stays as it is"));
        return sessions.confirm(person, visitor, session.id()).orElseThrow(Confirming::tooLate);
    }

    private static OAuth2AuthenticationException tooLate() {
        return SignInFault.EXPIRED.because("the session that was to be confirmed has ended");
    }
}
