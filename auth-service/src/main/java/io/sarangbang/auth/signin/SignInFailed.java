package io.sarangbang.auth.signin;

import io.sarangbang.auth.audit.Audit;
import io.sarangbang.auth.provider.SignInFault;
import io.sarangbang.auth.visitor.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
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
        var fault = faultOf(failure);
        report(fault, provider(request), failure);
        tell(request, response, fault);
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

    private static SignInFault faultOf(AuthenticationException failure) {
        return failure instanceof OAuth2AuthenticationException oauth
                ? SignInFault.ofCode(oauth.getError().getErrorCode())
                : SignInFault.FAILED;
    }

    /** Only hints of our own making: a provider's sentences quote codes, and its page address is in every error of its. */
    private static void report(SignInFault fault, String provider, AuthenticationException failure) {
        var own = failure instanceof OAuth2AuthenticationException oauth
                && oauth.getError().getErrorCode().equals(fault.slug());
        var hint = own ? ((OAuth2AuthenticationException) failure).getError().getDescription() : "at the callback";
        switch (fault) {
            case MISCONFIGURED, UNAVAILABLE, FAILED -> log.warn("{} with {}: {}", fault.slug(), provider, hint);
            case DENIED, EXPIRED, OTHER_PERSON -> log.info("{} with {}: {}", fault.slug(), provider, hint);
        }
    }

    /** Safe to repeat: only addresses of providers that are offered get here. */
    private static String provider(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
