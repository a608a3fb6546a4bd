package io.sarangbang.auth.signin;

import io.sarangbang.auth.provider.Offered;
import io.sarangbang.auth.provider.OfferedProviders;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProvidersController {

    private final OfferedProviders providers;

    ProvidersController(OfferedProviders providers) {
        this.providers = providers;
    }

    @GetMapping("/api/auth/providers")
    ProvidersResponse providers() {
        return new ProvidersResponse(
                providers.all().stream().map(ProviderResponse::of).toList());
    }

    record ProvidersResponse(List<ProviderResponse> providers) {}

    record ProviderResponse(String id, String signInUrl, boolean standIn) {

        static ProviderResponse of(Offered offered) {
            var id = offered.provider().id();
            return new ProviderResponse(id, "/api/auth/sign-in/" + id, offered.standIn());
        }
    }
}
