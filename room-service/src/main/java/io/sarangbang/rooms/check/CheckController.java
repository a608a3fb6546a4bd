package io.sarangbang.rooms.check;

import io.sarangbang.defaults.security.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For anyone, signed in or not: who can't get into a meeting must be able to find out why before it. */
@RestController
class CheckController {

    private static final String PATH = "/api/connection-tests";

    private final Checks checks;

    CheckController(Checks checks) {
        this.checks = checks;
    }

    @PostMapping(PATH)
    @ResponseStatus(HttpStatus.CREATED)
    CheckResponse begin() {
        return checks.begin();
    }

    @Bean
    static OpenPaths openToAnyone() {
        return new OpenPaths(PATH);
    }
}
