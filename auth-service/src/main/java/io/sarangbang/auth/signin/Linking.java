package io.sarangbang.auth.signin;

import static java.util.Objects.requireNonNull;

import io.sarangbang.auth.account.Profile;
import io.sarangbang.auth.proof.Proofs;
import io.sarangbang.auth.provider.SignInFault;
import io.sarangbang.auth.session.LiveSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;

/** Leaves a proof for the session that asked; the link itself takes another look and a click. */
@Component
class Linking implements Conclusion {

    private final LiveSessions sessions;
    private final Proofs proofs;

    Linking(LiveSessions sessions, Proofs proofs) {
        this.sessions = sessions;
        this.proofs = proofs;
    }

    @Override
    public Purpose purpose() {
        return Purpose.LINK;
    }

    @Override
    public String conclude(Profile profile, Intent intent, HttpServletRequest request, HttpServletResponse response) {
        var session = sessions.inPlaceOf(requireNonNull(intent.asker()))
                .orElseThrow(() -> SignInFault.EXPIRED.because("the session that asked for a link has ended"));
        proofs.give(response, profile, session.id());
        return Page.link(intent.returnTo());
    }
}
