package io.sarangbang.users.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sarangbang.users.OtherServices;
import io.sarangbang.users.ServiceProcess;
import io.sarangbang.users.StubService;
import io.sarangbang.users.TokenMint;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Somebody wrote a hundred thousand messages, and the service has less memory than they take. */
class LargeExportTests {

    private static final int MESSAGES = 100_000;
    private static final String TEXT = "안녕하세요 ".repeat(48); // 768 bytes
    private static final StubService AUTH = new StubService("auth-service");
    private static final StubService ROOMS = new StubService("room-service");
    private static ServiceProcess service;

    private final String token = TokenMint.fresh(UUID.randomUUID());

    @BeforeAll
    static void start() {
        AUTH.behaves(StubService.json("{}"));
        ROOMS.behaves(StubService.stream((_, out) -> {
            out.write("{\"messages\":[{}".getBytes(StandardCharsets.UTF_8));
            var message = ",{\"text\":\"%s\"}".formatted(TEXT).getBytes(StandardCharsets.UTF_8);
            for (int i = 1; i < MESSAGES; i++) {
                out.write(message);
            }
            out.write("]}".getBytes(StandardCharsets.UTF_8));
        }));
        var settings = new ArrayList<>(OtherServices.properties(AUTH, ROOMS));
        settings.add("spring.datasource.url=jdbc:h2:mem:large;MODE=MySQL;DATABASE_TO_LOWER=TRUE;"
                + "CASE_INSENSITIVE_IDENTIFIERS=TRUE;DB_CLOSE_DELAY=-1");
        settings.add("spring.datasource.username=sa");
        settings.add("spring.datasource.password=");
        settings.add("sarangbang.export.patience=60s"); // what is proven is not speed
        service = ServiceProcess.start(settings, "-Xmx64m");
    }

    @AfterAll
    static void stop() {
        service.close();
        AUTH.close();
        ROOMS.close();
    }

    @Test
    void allOfItArrives() throws IOException {
        try (var body = export();
                var parser = new JsonMapper().createParser(body)) {
            long messages = 0;
            while (parser.nextToken() != null) {
                messages += parser.currentToken() == JsonToken.VALUE_STRING
                                && parser.getString().equals(TEXT)
                        ? 1
                        : 0;
            }
            assertThat(messages).isEqualTo(MESSAGES - 1);
        }
        leavesNothingBehind();
    }

    @Test
    void whoGoesAwayInTheMiddleLeavesNothingBehind() throws IOException {
        try (var body = export()) {
            assertThat(body.readNBytes(100_000)).hasSize(100_000);
        }
        leavesNothingBehind();
        assertThat(service.says("ERROR")).isZero();
    }

    private InputStream export() {
        var answer = service.asks(token, "GET", "/api/users/me/export", "", BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isGreaterThan((long) MESSAGES * 768);
        return answer.body();
    }

    private static void leavesNothingBehind() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> service.openFiles().stream().noneMatch(it -> it.contains("sarangbang-export")));
    }
}
