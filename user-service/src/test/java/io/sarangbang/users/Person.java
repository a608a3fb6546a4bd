package io.sarangbang.users;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Somebody with a browser, signed in or not. */
public record Person(
        MockMvcTester mvc, UUID account, @Nullable String token) {

    public Answer looksAtThemselves() {
        return send(HttpMethod.GET, "/api/users/me", null);
    }

    public Answer changes(String json) {
        return send(HttpMethod.PATCH, "/api/users/me", json);
    }

    public Answer deletesTheirAccount() {
        return send(HttpMethod.DELETE, "/api/users/me", null);
    }

    public Answer exports() {
        return send(HttpMethod.GET, "/api/users/me/export", null);
    }

    public Answer looksAt(Person... others) {
        return looksAt(Arrays.stream(others).map(it -> it.account.toString()).collect(Collectors.joining(",")));
    }

    public Answer looksAt(String ids) {
        return send(HttpMethod.GET, "/api/users?ids=" + ids, null);
    }

    public Answer send(HttpMethod method, String path, @Nullable String body) {
        return send(method, path, body, MediaType.APPLICATION_JSON);
    }

    public Answer send(HttpMethod method, String path, @Nullable String body, MediaType type) {
        var request = mvc.method(method).uri(path);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.contentType(type).content(body);
        }
        return Answer.of(request.exchange());
    }
}
