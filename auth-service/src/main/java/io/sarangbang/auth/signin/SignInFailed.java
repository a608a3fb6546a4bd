package io.sarangbang.auth.signin;

import io.sarangbang.auth.audit.Audit;
import io.sarangbang.auth.provider.Finding;
import io.sarangbang.auth.provider.SignInFault;
import io.sarangbang.auth.visitor.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Nothing came of it: takes the person back to where they began, where they learn why. */
@Component
class SignInFailed implements AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(SignInFailed.class);

    private final Audit audit;

    SignInFailed(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        var provider = provider(request);
        var finding = finding(request, provider, failure);
        report(finding, provider);
        tell(request, response, finding.fault());
    }

    /** Who was signed in before still is, and learns it there. */
    void tell(HttpServletRequest request, HttpServletResponse response, SignInFault fault) {
        var intent = PendingSignIns.opened(request)
                .map(PendingSignIn::intent)
                .orElseGet(() -> Intent.toSignIn(ReturnTo.HOME, null));
        var provider = provider(request);
        audit.failure(provider, fault.slug(), Visitor.of(request));
        Page.open(
                response,
                switch (intent.purpose()) {
                    case SIGN_IN -> Page.signInProblem(fault.slug(), provider, intent.returnTo());
                    case CONFIRM, LINK -> Page.accountProblem(fault.slug(), provider);
                });
    }

    private static Finding finding(HttpServletRequest request, String provider, AuthenticationException failure) {
        if (!(failure instanceof OAuth2AuthenticationException oauth)) {
            return new Finding(SignInFault.FAILED, "at the callback");
        }
        // Spring Security finds no answer in it: somebody reloaded the address, or shared it, without its query.
        var bare = request.getParameter(OAuth2ParameterNames.STATE) == null
                && request.getParameter(OAuth2ParameterNames.ERROR) == null;
        return bare
                ? new Finding(SignInFault.EXPIRED, "the callback was opened without anything of a sign-in")
                : Finding.of(provider, oauth.getError());
    }

    private static void report(Finding finding, String provider) {
        var slug = finding.fault().slug();
        switch (finding.fault()) {
            case MISCONFIGURED, UNAVAILABLE, FAILED -> log.warn("{} with {}: {}", slug, provider, finding.hint());
            case DENIED, EXPIRED, OTHER_PERSON -> log.info("{} with {}: {}", slug, provider, finding.hint());
        }
    }

    /** Safe to repeat: only addresses of providers that are offered get here. */
    private static String provider(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
