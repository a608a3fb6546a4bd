package io.sarangbang.doctor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.sarangbang.doctor.Asked;
import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.fact.Installation.View;
import io.sarangbang.doctor.tls.Authority;
import io.sarangbang.doctor.wire.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebProbeTests {

    @TempDir
    Path files;

    private HttpsServer site;
    private HttpServer clearText;

    @BeforeEach
    void open() throws IOException {
        site = HttpsServer.create(local(), 0);
        site.setHttpsConfigurator(
                new HttpsConfigurator(Authority.root("nobody").site("other").context()));
        site.start();
        clearText = HttpServer.create(local(), 0);
        clearText.start();
    }

    @AfterEach
    void close() {
        site.stop(0);
        clearText.stop(0);
    }

    @Test
    void thePageIsReadWhateverItsCertificate() {
        serve("/", "<html>hello</html>");
        serve("/api/auth/providers", "{}");

        var facts = asked();

        assertThat(text(facts.page())).isEqualTo("<html>hello</html>");
        assertThat(text(facts.api())).isEqualTo("{}");
    }

    @Test
    void scriptsAreFollowedToWhereAnAddressHides() {
        serve("/", "<script type=\"module\" src=\"/assets/index-1a.js\"></script>");
        serve("/assets/index-1a.js", "const next=()=>import(\"./room-2b.js\");m=[\"assets/room-2b.js\"]");
        serve("/assets/room-2b.js", "fetch('http://localhost:5000/api');new WebSocket(`ws://192.168.0.7/x`)");

        assertThat(asked().calls()).isEqualTo(Fact.known(List.of("http://localhost:5000", "ws://192.168.0.7")));
    }

    @Test
    void aScriptThatIsMissingLeavesTheAnswerOpen() {
        serve("/", "<script src=\"/assets/index-1a.js\"></script>");

        assertThat(asked().calls()).isEqualTo(Fact.unknown("IOException: /assets/index-1a.js answers 404"));
    }

    @Test
    void harmlessTextIsNoAddress() {
        assertThat(PageScripts.in(
                        "if(location.hostname==='localhost')x('https://1.2.3.4','http://example.kr/localhost')"))
                .isEmpty();
    }

    @Test
    void clearTextIsAskedAtItsOwnPort() {
        clearText.createContext("/", it -> {
            it.getResponseHeaders()
                    .add("Location", "https://" + it.getRequestHeaders().getFirst("Host"));
            it.sendResponseHeaders(301, -1);
            it.close();
        });

        var location = asked().redirect().either(it -> it.header("location").orElse(""), it -> it);

        assertThat(location)
                .isEqualTo("https://localhost:" + clearText.getAddress().getPort());
    }

    private static String text(Fact<Reply> fact) {
        return fact.either(Reply::text, why -> why);
    }

    private WebFacts asked() {
        return WebProbe.ask(Asked.about(
                Map.of(
                        "PUBLIC_URL",
                        "https://localhost:" + site.getAddress().getPort(),
                        "HTTP_PORT",
                        String.valueOf(clearText.getAddress().getPort())),
                files,
                View.OUTSIDE));
    }

    private void serve(String path, String text) {
        site.createContext(path, it -> {
            var isThere = it.getRequestURI().getPath().equals(path);
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            it.sendResponseHeaders(isThere ? 200 : 404, isThere ? 0 : -1); // 0: in chunks
            if (isThere) {
                it.getResponseBody().write(bytes);
            }
            it.close();
        });
    }

    private static InetSocketAddress local() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
