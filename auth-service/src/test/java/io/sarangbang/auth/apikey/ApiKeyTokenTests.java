package io.sarangbang.auth.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.Browser;
import io.sarangbang.auth.RunningService;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** a key of every scope there is reaches nothing in this service, where accounts are kept. */
class ApiKeyTokenTests extends RunningService {

    /** They answer whoever asks; the tests below see to it that a key changes nothing there. */
    private static final Set<String> OPEN = Set.of(
            "GET /api/auth/providers",
            "GET /api/auth/session",
            "POST /api/auth/refresh",
            "POST /api/auth/logout",
            "GET /api/auth/proof",
            "DELETE /api/auth/proof",
            "POST /api/auth/accounts",
            "GET /api/auth/webhooks/kakao/unlink",
            "POST /api/auth/webhooks/kakao/unlink",
            "POST /api/auth/webhooks/naver/unlink",
            "GET /.well-known/jwks.json");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping addresses;

    private Browser owner;
    private String keyId;
    private String token;

    @BeforeEach
    void somebodyHasAKeyOfEveryScope() {
        owner = signedIn(kakaoPerson("7100"));
        var made = json(owner.posts("/api/auth/api-keys", """
                {"name":"all","scopes":["profile:read","profile:write","rooms:read","rooms:write","calls:join"]}"""));
        keyId = made.path("id").asString();
        var exchanged = internally(
                "POST",
                "/internal/api-keys/exchange",
                "{\"key\":\"" + made.path("key").asString() + "\"}");
        token = json(exchanged).path("accessToken").asString();
    }

    @Test
    void everyAddressThatIsNotOpenRefusesIt() {
        var refused = new ArrayList<String>();
        for (var address : all()) {
            if (OPEN.contains(address)) {
                continue;
            }
            var answer = asks(address.split(" ")[0], address.split(" ")[1].replaceAll("\\{[^}]*}", keyId));
            isProblem(answer, 403, "insufficient-scope");
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .contains("Bearer error=\"insufficient_scope\", scope=\"account\"");
            refused.add(address);
        }

        assertThat(refused)
                .contains("GET /api/auth/api-keys", "POST /api/auth/api-keys", "DELETE /api/auth/api-keys/{id}");
    }

    @Test
    void askingForTheSessionItIsNobody() {
        assertThat(asks("GET", "/api/auth/session").body()).isEqualTo("{\"signedIn\":false,\"refreshable\":false}");
    }

    @Test
    void itRefreshesNothing() {
        var answer = asks("POST", "/api/auth/refresh");

        isProblem(answer, 401, "session-ended");
        assertThat(owner.posts("/api/auth/refresh").statusCode()).isEqualTo(204);
    }

    @Test
    void signingOutWithItEndsNeitherSessionNorKey() {
        assertThat(asks("POST", "/api/auth/logout").statusCode()).isEqualTo(204);

        assertThat(json(owner.opens("/api/auth/session")).path("signedIn").asBoolean())
                .isTrue();
        assertThat(json(owner.opens("/api/auth/api-keys"))
                        .path("apiKeys")
                        .valueStream()
                        .map(it -> it.path("id").asString()))
                .contains(keyId);
    }

    @Test
    void itIsNoServicesToken() {
        isProblem(asks("DELETE", "/internal/accounts/" + UUID.randomUUID()), 401, "not-signed-in");
        isProblem(asks("GET", "/internal/revocations"), 401, "not-signed-in");
    }

    private HttpResponse<String> asks(String method, String address) {
        return browser().send(method, address, "Authorization", "Bearer " + token, "X-Requested-With", "sarangbang");
    }

    /** Every address for the outside that has a controller, with the methods that it takes. */
    private List<String> all() {
        return addresses.getHandlerMethods().keySet().stream()
                .flatMap(it -> it.getPatternValues().stream()
                        .filter(path -> !path.startsWith("/internal/") && !path.contains("error"))
                        .flatMap(path -> methods(it).stream().map(method -> method + " " + path)))
                .sorted()
                .toList();
    }

    private static List<String> methods(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
    }
}
