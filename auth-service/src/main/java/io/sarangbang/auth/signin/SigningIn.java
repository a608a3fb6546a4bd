package io.sarangbang.auth.signin;

import io.sarangbang.auth.account.Profile;
import io.sarangbang.auth.proof.Proofs;
import io.sarangbang.auth.provider.OfferedProviders;
import io.sarangbang.auth.session.Grant;
import io.sarangbang.auth.session.SessionCookies;
import io.sarangbang.auth.visitor.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Begins a session for who is known. Who is not may have an account with another provider, and is asked before they get a
 * second one.
 */
@Component
class SigningIn implements Conclusion {

    private final Arrivals arrivals;
    private final OfferedProviders providers;
    private final Proofs proofs;
    private final SessionCookies cookies;

    SigningIn(Arrivals arrivals, OfferedProviders providers, Proofs proofs, SessionCookies cookies) {
        this.arrivals = arrivals;
        this.providers = providers;
        this.proofs = proofs;
        this.cookies = cookies;
    }

    @Override
    public Purpose purpose() {
        return Purpose.SIGN_IN;
    }

    @Override
    public String conclude(Profile profile, Intent intent, HttpServletRequest request, HttpServletResponse response) {
        var grant = admit(profile, intent, Visitor.of(request));
        if (grant.isEmpty()) {
            proofs.give(response, profile, null);
            return Page.welcome(intent.returnTo());
        }
        cookies.set(response, grant.get());
        return intent.returnTo();
    }

    private Optional<Grant> admit(Profile profile, Intent intent, Visitor visitor) {
        return providers.all().size() > 1
                ? arrivals.known(profile, visitor, intent.replaces())
                : Optional.of(arrivals.anybody(profile, visitor, intent.replaces()));
    }
}
