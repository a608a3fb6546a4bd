package io.sarangbang.auth.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.sarangbang.auth.account.Accounts;
import io.sarangbang.auth.provider.OfferedProviders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/auth/proof")
class ProofController {

    private final Proofs proofs;
    private final Accounts accounts;
    private final OfferedProviders providers;

    ProofController(Proofs proofs, Accounts accounts, OfferedProviders providers) {
        this.proofs = proofs;
        this.accounts = accounts;
        this.providers = providers;
    }

    @GetMapping
    ProofResponse proof(HttpServletRequest request) {
        var profile = proofs.of(request).orElseThrow(ProofNotFound::new).profile();
        return new ProofResponse(
                profile.provider(), profile.nickname(), accounts.knows(profile), othersThan(profile.provider()));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(HttpServletRequest request, HttpServletResponse response) {
        proofs.of(request).ifPresent(proofs::forget);
        proofs.delete(response);
    }

    private List<String> othersThan(String provider) {
        return providers.all().stream()
                .map(it -> it.provider().id())
                .filter(it -> !it.equals(provider))
                .toList();
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProofResponse(String provider, @Nullable String nickname, boolean known, List<String> otherProviders) {}
}
