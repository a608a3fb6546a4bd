package io.sarangbang.auth.signin;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.sarangbang.auth.provider.SignInFault;
import io.sarangbang.auth.provider.SignedInUser;
import io.sarangbang.defaults.problem.ServiceUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The provider vouched for somebody: does what the sign-in was begun for. */
@Component
class SignInEnd implements AuthenticationSuccessHandler {

    private static final Logger log = LoggerFactory.getLogger(SignInEnd.class);

    private static final Duration SKEW = Duration.ofMinutes(1);

    private final Map<Purpose, Conclusion> conclusions;
    private final SignInFailed failed;

    SignInEnd(List<Conclusion> conclusions, SignInFailed failed) {
        this.conclusions = conclusions.stream().collect(toMap(Conclusion::purpose, Function.identity()));
        this.failed = failed;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        var pending = PendingSignIns.opened(request).orElseThrow();
        var user = (SignedInUser) requireNonNull(authentication.getPrincipal());
        var intent = pending.intent();
        try {
            if (intent.purpose() == Purpose.CONFIRM) {
                requireProvenSince(PendingSignIns.begun(pending), user);
            }
            var conclusion = requireNonNull(conclusions.get(intent.purpose()));
            Page.open(response, conclusion.conclude(user.profile(), intent, request, response));
        } catch (OAuth2AuthenticationException e) {
            failed.onAuthenticationFailure(request, response, e);
        } catch (DataAccessException | TransactionException | ServiceUnavailable e) {
            log.error("a sign-in with {} could not be stored", pending.provider(), e);
            failed.tell(request, response, SignInFault.FAILED);
        }
    }

    /** A provider that tells when it asked for the password must have asked for it now; clocks may differ a little. */
    private static void requireProvenSince(Instant begun, SignedInUser user) {
        if (user.provenAt().filter(it -> it.isBefore(begun.minus(SKEW))).isPresent()) {
            throw SignInFault.FAILED.because("the provider did not ask the person to sign in again (auth_time)");
        }
    }
}
