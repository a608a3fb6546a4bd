package io.sarangbang.auth.export;

import io.sarangbang.auth.account.Accounts;
import io.sarangbang.defaults.problem.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What user-service asks for in a person's name. */
@RestController
class ExportController {

    private final Accounts accounts;
    private final Export export;
    private final ExportTrail trail;

    ExportController(Accounts accounts, Export export, ExportTrail trail) {
        this.accounts = accounts;
        this.export = export;
        this.trail = trail;
    }

    /** Written as it is read, so not by a message converter. */
    @GetMapping("/internal/accounts/{accountId}/export")
    void export(@PathVariable UUID accountId, @RequestParam UUID sessionId, HttpServletResponse response)
            throws IOException {
        var createdAt =
                accounts.createdAt(accountId).orElseThrow(() -> new NotFound("There is no account with this id."));
        trail.exported(accountId, sessionId);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        export.write(accountId, createdAt, response.getOutputStream());
    }
}
