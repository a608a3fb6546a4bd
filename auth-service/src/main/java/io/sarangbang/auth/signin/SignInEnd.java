package io.sarangbang.auth.signin;

import io.sarangbang.auth.account.Accounts;
import io.sarangbang.auth.account.Profile;
import io.sarangbang.auth.provider.SignInFault;
import io.sarangbang.auth.provider.SignedInUser;
import io.sarangbang.auth.session.Grant;
import io.sarangbang.auth.session.SessionCookies;
import io.sarangbang.auth.session.Sessions;
import io.sarangbang.auth.site.AuthCookie;
import io.sarangbang.auth.site.SiteCookies;
import io.sarangbang.auth.visitor.Visitor;
import io.sarangbang.defaults.problem.ServiceUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The provider vouched for somebody: begins their session and takes them where they were going. */
@Component
class SignInEnd implements AuthenticationSuccessHandler {

    private static final Logger log = LoggerFactory.getLogger(SignInEnd.class);

    private final Accounts accounts;
    private final Sessions sessions;
    private final SessionCookies sessionCookies;
    private final SiteCookies cookies;
    private final SignInFailed failed;

    SignInEnd(
            Accounts accounts,
            Sessions sessions,
            SessionCookies sessionCookies,
            SiteCookies cookies,
            SignInFailed failed) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.sessionCookies = sessionCookies;
        this.cookies = cookies;
        this.failed = failed;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        var pending = PendingSignIns.opened(request).orElseThrow();
        var user = (SignedInUser) Objects.requireNonNull(authentication.getPrincipal());
        try {
            var grant = begin(user.profile(), pending, request);
            cookies.delete(response, AuthCookie.SIGN_IN);
            sessionCookies.set(response, grant);
            Redirect.to(response, pending.returnTo());
        } catch (DataAccessException | TransactionException | ServiceUnavailable e) {
            log.error("a sign-in with {} could not be stored", pending.provider(), e);
            failed.tell(request, response, SignInFault.FAILED);
        }
    }

    private Grant begin(Profile profile, PendingSignIn pending, HttpServletRequest request) {
        var person = accounts.recognise(profile);
        return sessions.begin(person, Visitor.of(request), pending.replaces());
    }
}
