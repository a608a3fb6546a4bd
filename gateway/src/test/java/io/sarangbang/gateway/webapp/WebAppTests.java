package io.sarangbang.gateway.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.gateway.stage.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class WebAppTests {

    private static final String PAGE = "<!doctype html><title>사랑방</title>";

    @TempDir
    private static Path directory;

    @LocalServerPort
    private int port;

    private Wire wire;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) throws IOException {
        var root = Files.createDirectories(directory.resolve("web"));
        Files.writeString(directory.resolve("secret.txt"), "secret");
        Files.createDirectories(directory.resolve("web-of-another"));
        Files.writeString(directory.resolve("web-of-another/secret.txt"), "secret");
        Files.writeString(root.resolve("index.html"), PAGE);
        Files.writeString(root.resolve("manifest.webmanifest"), "{}");
        Files.writeString(root.resolve("favicon.svg"), "<svg/>");
        Files.createDirectories(root.resolve("assets"));
        Files.writeString(root.resolve("assets/index-DiwrgTda.js"), "export {}");
        Files.writeString(root.resolve("assets/index-B4x2.css"), "a{}");
        Files.writeString(root.resolve("assets/blur-9f.wasm"), "wasm");
        Files.writeString(root.resolve("assets/pretendard-1.woff2"), "font");
        registry.add("eureka.client.enabled", () -> false);
        registry.add("sarangbang.web.root", root::toString);
    }

    @BeforeEach
    void connect() {
        wire = new Wire(port);
    }

    @ParameterizedTest
    @CsvSource({
        "/assets/index-DiwrgTda.js, text/javascript",
        "/assets/index-B4x2.css, text/css",
        "/assets/blur-9f.wasm, application/wasm",
        "/assets/pretendard-1.woff2, font/woff2",
        "/favicon.svg, image/svg+xml",
        "/manifest.webmanifest, application/manifest+json",
        "/index.html, text/html;charset=UTF-8",
    })
    void filesHaveTheirType(String path, String type) {
        var answer = wire.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(type);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void whatIsNamedAfterItsContentIsKeptForGood() {
        assertThat(wire.get("/assets/index-DiwrgTda.js").header("Cache-Control"))
                .isEqualTo("max-age=31536000, public, immutable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/r/kfm-wqtz-hbp",
                "/sign-in?problem=sign-in-denied&returnTo=%2F",
                "/settings/",
                "/rooms",
                "/apiary"
            })
    void everyPageIsTheOnePageAndAskedForAnew(String path) {
        var answer = wire.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(PAGE);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void aPageThatHasNotChangedIsNotSentAgain() {
        var first = wire.get("/");

        assertThat(wire.get("/", "If-Modified-Since: " + first.header("Last-Modified"))
                        .status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/index-Old.js",
                "/assets/",
                "/assets",
                "/missing.png",
                "/api",
                "/openvidu",
                "/openvidu/api/sessions",
                "/internal/x",
                "/actuator/env",
                "/stand-in/kakao",
                "/.well-known/acme"
            })
    void whatIsNoPageIsNotFound(String path) {
        assertThat(wire.get(path).problem()).isIn("/problems/not-found 404", "/problems/not-signed-in 401");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../secret.txt",
                "/..%2fsecret.txt",
                "/%2e%2e/secret.txt",
                "/%2e%2e%2fsecret.txt",
                "/assets/../../secret.txt",
                "/assets/..%5c..%5csecret.txt",
                "/..;/secret.txt",
                "/%252e%252e%252fsecret.txt",
                "//etc/passwd",
                "/../web-of-another/secret.txt",
                "/assets/%00/../secret.txt",
                "/file:/etc/passwd"
            })
    void nothingOutsideTheDirectoryIsServed(String path) {
        var answer = wire.get(path);

        assertThat(answer.body())
                .doesNotContain("secret\n")
                .isNotEqualTo("secret")
                .doesNotContain("root:");
        assertThat(answer.status()).isIn(400, 404, 200);
        if (answer.status() == 200) {
            assertThat(answer.body()).isEqualTo(PAGE);
        }
    }

    @Test
    void pagesMayUseCameraMicrophoneAndScreenAndLoadNothingOfOthers() {
        var answer = wire.get("/r/kfm-wqtz-hbp");

        assertThat(answer.header("Permissions-Policy"))
                .contains("camera=(self)", "microphone=(self)", "display-capture=(self)", "geolocation=()");
        assertThat(answer.header("Content-Security-Policy").split("; "))
                .contains(
                        "default-src 'self'",
                        "script-src 'self'",
                        "style-src 'self' 'unsafe-inline'",
                        "img-src 'self' data: blob: https:",
                        "media-src 'self' blob: mediastream:",
                        "connect-src 'self'",
                        "object-src 'none'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
    }

    @Test
    void pagesAreOnlyRead() {
        assertThat(wire.post("/", "{}").problem()).isEqualTo("/problems/method-not-allowed 405");
        assertThat(wire.send("HEAD", "/", "").status()).isEqualTo(200);
    }
}
