package io.sarangbang.users.export;

import io.sarangbang.defaults.security.FreshSignIn;
import io.sarangbang.defaults.token.Caller;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ExportController {

    private final FreshSignIn freshSignIn;
    private final Exports exports;

    ExportController(FreshSignIn freshSignIn, Exports exports) {
        this.freshSignIn = freshSignIn;
        this.exports = exports;
    }

    @GetMapping(path = "/api/users/me/export", produces = MediaType.APPLICATION_JSON_VALUE)
    void export(@AuthenticationPrincipal Caller caller, HttpServletResponse response)
            throws IOException, InterruptedException {
        freshSignIn.require(caller);
        exports.handOut(caller, response);
    }
}
