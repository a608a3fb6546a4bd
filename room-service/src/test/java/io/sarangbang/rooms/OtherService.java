package io.sarangbang.rooms;

import io.sarangbang.defaults.service.ServiceCredentials;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A service of the same installation. */
public final class OtherService {

    private final MockMvcTester mvc;
    private final ServiceCredentials credentials;

    OtherService(MockMvcTester mvc, ServiceCredentials credentials) {
        this.mvc = mvc;
        this.credentials = credentials;
    }

    public Answer forgets(UUID account) {
        return send(HttpMethod.DELETE, "/internal/people/" + account);
    }

    public Answer exports(UUID account) {
        return send(HttpMethod.GET, "/internal/people/" + account + "/export");
    }

    public Answer send(HttpMethod method, String path) {
        return Answer.of(mvc.method(method)
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + credentials.issue("room-service"))
                .exchange());
    }
}
