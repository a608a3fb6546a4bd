package io.sarangbang.auth.apikey;

import io.sarangbang.auth.visitor.Visitor;
import io.sarangbang.defaults.security.FreshSignIn;
import io.sarangbang.defaults.token.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/auth/api-keys", produces = MediaType.APPLICATION_JSON_VALUE)
class ApiKeysController {

    private final ApiKeys keys;
    private final FreshSignIn freshSignIn;

    ApiKeysController(ApiKeys keys, FreshSignIn freshSignIn) {
        this.keys = keys;
        this.freshSignIn = freshSignIn;
    }

    @GetMapping
    ApiKeysResponse mine(@AuthenticationPrincipal Caller caller) {
        return new ApiKeysResponse(
                keys.of(caller).stream().map(ApiKeyResponse::of).toList());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ApiKeyResponse make(
            @AuthenticationPrincipal Caller caller, @RequestBody NewKeyRequest wanted, HttpServletRequest request) {
        freshSignIn.require(caller);
        return ApiKeyResponse.of(keys.make(caller, wanted.terms(), Visitor.of(request)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, HttpServletRequest request) {
        keys.revoke(caller, id, Visitor.of(request));
    }

    record ApiKeysResponse(List<ApiKeyResponse> apiKeys) {}
}
