package io.sarangbang.auth.export;

import io.sarangbang.auth.account.Accounts;
import io.sarangbang.auth.apikey.AccountKey;
import io.sarangbang.auth.apikey.ApiKeys;
import io.sarangbang.auth.audit.AccountEvent;
import io.sarangbang.auth.audit.Activity;
import io.sarangbang.auth.session.AccountSession;
import io.sarangbang.auth.session.Sessions;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes what there is of an account as it is read, page by page: however much that is, little of it is in memory. */
@Component
class Export {

    private static final int PAGE = 200;
    private static final UUID END = new UUID(-1, -1);

    private final Accounts accounts;
    private final Sessions sessions;
    private final ApiKeys keys;
    private final Activity activity;
    private final JsonMapper json;

    Export(Accounts accounts, Sessions sessions, ApiKeys keys, Activity activity, JsonMapper json) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.keys = keys;
        this.activity = activity;
        this.json = json;
    }

    /** Closed only where it is complete: broken off, it must not look like the whole, nor keep a problem from being told. */
    void write(UUID accountId, Instant createdAt, OutputStream out) {
        var generator =
                json.writer().without(StreamWriteFeature.AUTO_CLOSE_CONTENT).createGenerator(out);
        generator.writeStartObject();
        generator.writePOJOProperty("createdAt", createdAt);
        generator.writePOJOProperty("identities", accounts.identitiesOf(accountId));
        list(generator, "sessions", it -> sessions.ofAccount(accountId, it, PAGE), AccountSession::id);
        list(generator, "apiKeys", it -> keys.ofAccount(accountId, it, PAGE), AccountKey::id);
        list(generator, "activity", it -> activity.of(accountId, it, PAGE), AccountEvent::id);
        generator.writeEndObject();
        generator.close();
    }

    /** @param before the page of those before an id, newest first */
    private static <T> void list(
            JsonGenerator generator, String name, Function<UUID, List<T>> before, Function<T, UUID> id) {
        generator.writeArrayPropertyStart(name);
        var page = before.apply(END);
        while (!page.isEmpty()) {
            page.forEach(generator::writePOJO);
            page = page.size() < PAGE ? List.of() : before.apply(id.apply(page.getLast()));
        }
        generator.writeEndArray();
    }
}
