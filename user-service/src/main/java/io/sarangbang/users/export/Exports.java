package io.sarangbang.users.export;

import io.sarangbang.defaults.service.ServiceCall;
import io.sarangbang.defaults.token.Caller;
import io.sarangbang.users.profile.Profiles;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Gathers what there is of a person before anything of it is handed out: half an export would pass for a whole one. */
@Component
class Exports {

    private static final Logger log = LoggerFactory.getLogger(Exports.class);

    private final Profiles profiles;
    private final Parts parts;
    private final ExportTurns turns;
    private final JsonMapper json;
    private final Clock clock;

    Exports(Profiles profiles, Parts parts, ExportTurns turns, JsonMapper json, Clock clock) {
        this.profiles = profiles;
        this.parts = parts;
        this.turns = turns;
        this.json = json;
        this.clock = clock;
    }

    void handOut(Caller caller, HttpServletResponse response) throws IOException, InterruptedException {
        var profile = json.writeValueAsBytes(profiles.ownOf(caller));
        try (var account = Spool.open();
                var rooms = Spool.open()) {
            gather(caller, account, rooms);
            answer(new Export(clock.instant(), profile, account, rooms), response);
        }
    }

    private void gather(Caller caller, Spool account, Spool rooms) throws InterruptedException {
        try (var _ = turns.take()) {
            parts.fetch(List.of(new Part(accountOf(caller), account), new Part(roomsOf(caller), rooms)));
        }
    }

    private static ServiceCall accountOf(Caller caller) {
        return ServiceCall.get(
                "auth-service",
                "/internal/accounts/%s/export?sessionId=%s".formatted(caller.accountId(), caller.sessionId()));
    }

    private static ServiceCall roomsOf(Caller caller) {
        return ServiceCall.get("room-service", "/internal/people/%s/export".formatted(caller.accountId()));
    }

    /** All of it is there: what can still go wrong is that nobody takes it. */
    private static void answer(Export export, HttpServletResponse response) throws IOException {
        try {
            export.answer(response);
        } catch (IOException e) {
            if (!response.isCommitted()) {
                throw e;
            }
            log.info("an export was not taken to its end: {}", e.getMessage());
        }
    }
}
