package io.sarangbang.rooms;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Somebody with a browser, signed in or not. */
public final class Person {

    private final MockMvcTester mvc;
    private final UUID account;
    private final @Nullable String token;

    Person(MockMvcTester mvc, UUID account, @Nullable String token) {
        this.mvc = mvc;
        this.account = account;
        this.token = token;
    }

    public UUID account() {
        return account;
    }

    public String opens(String title, int capacity) {
        return post("/api/rooms", "{\"title\":\"%s\",\"capacity\":%d}".formatted(title, capacity))
                .is(201)
                .text("/code");
    }

    public Answer joins(String code) {
        return post("/api/rooms/" + code + "/seats", null);
    }

    public Answer leaves(String code, String seatId) {
        return delete("/api/rooms/" + code + "/seats/" + seatId);
    }

    public Answer seesWhoIsIn(String code) {
        return get("/api/rooms/" + code + "/seats").is(200);
    }

    public Answer says(String code, String clientId, String text) {
        return post(
                "/api/rooms/" + code + "/messages", "{\"clientId\":\"%s\",\"text\":\"%s\"}".formatted(clientId, text));
    }

    public Answer reads(String code, String query) {
        return get("/api/rooms/" + code + "/messages" + query);
    }

    public Answer get(String path) {
        return send(HttpMethod.GET, path, null);
    }

    public Answer post(String path, @Nullable String body) {
        return send(HttpMethod.POST, path, body);
    }

    public Answer patch(String path, @Nullable String body) {
        return send(HttpMethod.PATCH, path, body);
    }

    public Answer delete(String path) {
        return send(HttpMethod.DELETE, path, null);
    }

    public Answer send(HttpMethod method, String path, @Nullable String body) {
        var request = mvc.method(method).uri(path);
        if (token != null) {
            request = request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
        if (body != null) {
            request = request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return Answer.of(request.exchange());
    }
}
