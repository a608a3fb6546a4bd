package io.sarangbang.defaults;

import io.sarangbang.defaults.problem.Forbidden;
import io.sarangbang.defaults.problem.NotFound;
import io.sarangbang.defaults.request.RequestId;
import io.sarangbang.defaults.security.FreshSignIn;
import io.sarangbang.defaults.security.OpenPaths;
import io.sarangbang.defaults.security.RequiredScopes;
import io.sarangbang.defaults.token.Caller;
import io.sarangbang.defaults.token.Issuer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service that has nothing but the defaults, and no database. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@Import(TinyService.Addresses.class)
public class TinyService {

    @Bean
    Issuer issuer() {
        return new Issuer();
    }

    @Bean
    OpenPaths open() {
        return new OpenPaths("/open/**");
    }

    @Bean
    RequiredScopes scopes() {
        return new RequiredScopes().on(HttpMethod.GET, "/me", "profile:read");
    }

    record Thing(
            @NotBlank @Size(max = 5) String name, @Valid Owner owner) {}

    record Owner(@NotBlank String title) {}

    @RestController
    static class Addresses {

        private final FreshSignIn freshSignIn;

        Addresses(FreshSignIn freshSignIn) {
            this.freshSignIn = freshSignIn;
        }

        @GetMapping("/me")
        Map<String, String> me(@AuthenticationPrincipal Caller caller) {
            return Map.of("accountId", caller.getName(), "requestId", RequestId.current());
        }

        @DeleteMapping("/me")
        String leave(@AuthenticationPrincipal Caller caller) {
            freshSignIn.require(caller);
            return "gone";
        }

        @GetMapping("/internal/secret")
        String internal() {
            return "among services";
        }

        @GetMapping("/open/hello")
        String hello() {
            return "hello";
        }

        @PostMapping("/things")
        Thing make(@Valid @RequestBody Thing thing) {
            return thing;
        }

        @PostMapping("/forms")
        String form(@RequestParam String word) {
            return word;
        }

        @GetMapping("/things/{number}")
        int thing(@PathVariable int number) {
            return number;
        }

        @GetMapping("/things")
        int things(@RequestParam @Min(1) @Max(50) int limit) {
            return limit;
        }

        @GetMapping("/broken/{how}")
        String broken(@PathVariable String how) {
            throw switch (how) {
                case "missing" -> new NotFound("No thing has this name.");
                case "forbidden" -> new Forbidden("Not yours.");
                case "database" -> new DataAccessResourceFailureException("jdbc:mysql://db:3306 password=hunter2");
                case "pool" -> new CannotCreateTransactionException("HikariPool hunter2");
                default -> new IllegalStateException("hunter2 in " + how);
            };
        }
    }
}
