package io.sarangbang.auth.signin;

import io.sarangbang.auth.proof.Proof;
import io.sarangbang.auth.proof.ProofNotFound;
import io.sarangbang.auth.proof.Proofs;
import io.sarangbang.auth.session.SessionCookies;
import io.sarangbang.auth.visitor.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signs a newcomer in with an account of their own; as with every sign-in, the browser's session before that ends. */
@RestController
class NewAccountController {

    private final Arrivals arrivals;
    private final Proofs proofs;
    private final SessionCookies cookies;

    NewAccountController(Arrivals arrivals, Proofs proofs, SessionCookies cookies) {
        this.arrivals = arrivals;
        this.proofs = proofs;
        this.cookies = cookies;
    }

    @PostMapping("/api/auth/accounts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void make(HttpServletRequest request, HttpServletResponse response) {
        var proof = proofs.of(request).filter(Proof::isNewcomers).orElseThrow(ProofNotFound::new);
        var replaced = cookies.refreshToken(request).orElse(null);
        var grant = arrivals.proven(proof, Visitor.of(request), replaced);
        proofs.delete(response);
        cookies.set(response, grant);
    }
}
