package io.sarangbang.doctor.tls;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.sarangbang.doctor.Asked;
import io.sarangbang.doctor.fact.Facts;
import io.sarangbang.doctor.fact.Installation.View;
import io.sarangbang.doctor.report.Diagnosis;
import io.sarangbang.doctor.report.Finding;
import io.sarangbang.doctor.report.Level;
import io.sarangbang.doctor.tls.Authority.Site;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers with real certificates: each fault has exactly one cause. */
class TlsProbeTests {

    private final Authority authority = Authority.root("the local authority");

    @TempDir
    Path files;

    @BeforeEach
    void keepAuthority() throws Exception {
        authority.keepIn(files);
    }

    @Test
    void aCertificateOfTheLocalAuthorityIsFine() throws Exception {
        assertThat(asked(authority.site("localhost"))).allMatch(it -> it.level() == Level.OK);
    }

    @Test
    void aWholeChainIsFine() throws Exception {
        var between = authority.below("in between");

        assertThat(asked(between.site("localhost"))).allMatch(it -> it.level() == Level.OK);
    }

    @Test
    void anExpiredOneIsToldWithItsTimes() throws Exception {
        var now = Instant.now();
        var over = new Instant[] {now.minus(Duration.ofDays(90)), now.minus(Duration.ofDays(1))};

        var found = asked(authority.site(over, "localhost"));

        assertThat(causes(found)).containsExactly("certificate-expired");
    }

    @Test
    void oneThatIsNotValidYetIsToldTheSameWay() throws Exception {
        var now = Instant.now();
        var early = new Instant[] {now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(90))};

        assertThat(causes(asked(authority.site(early, "localhost")))).containsExactly("certificate-expired");
    }

    @Test
    void oneThatNobodyRenewedInTimeIsAWarning() throws Exception {
        var now = Instant.now();
        var late = new Instant[] {now.minus(Duration.ofDays(85)), now.plus(Duration.ofDays(5))};

        var found = asked(authority.site(late, "localhost"));

        assertThat(causes(found)).isEmpty();
        assertThat(found)
                .filteredOn(it -> it.level() == Level.WARN)
                .extracting(Finding::code)
                .containsExactly("certificate-expires-soon");
    }

    @Test
    void oneForAnotherNameIsToldWithItsNames() throws Exception {
        var found = asked(authority.site("rooms.example.kr", "www.example.kr"));

        assertThat(causes(found)).containsExactly("certificate-wrong-name");
        assertThat(found)
                .filteredOn(it -> it.level() == Level.FAIL)
                .singleElement()
                .satisfies(it -> assertThat(it.params()).containsEntry("names", "rooms.example.kr, www.example.kr"));
    }

    @Test
    void aMissingIssuerIsToldByItsName() throws Exception {
        var site = authority.below("in between").site("localhost");
        var incomplete = new Site(site.keys(), site.chain().subList(0, 1));

        var found = asked(incomplete);

        assertThat(causes(found)).containsExactly("certificate-chain-incomplete");
        assertThat(found)
                .filteredOn(it -> it.level() == Level.FAIL)
                .singleElement()
                .satisfies(it -> assertThat(it.params()).containsEntry("issuer", "CN=in between"));
    }

    @Test
    void oneSignedByItselfIsTold() throws Exception {
        assertThat(causes(asked(Authority.alone("localhost")))).containsExactly("certificate-self-signed");
    }

    @Test
    void anAuthorityThatNobodyKnowsIsNoBetterThanNone() throws Exception {
        assertThat(causes(asked(Authority.root("somebody").site("localhost"))))
                .containsExactly("certificate-self-signed");
    }

    @Test
    void whereNobodyListensNothingElseIsMeasured() throws Exception {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        var found = asked(free);

        assertThat(causes(found)).containsExactly("https-unreachable");
        assertThat(found)
                .filteredOn(it -> it.code().startsWith("certificate-"))
                .allMatch(it -> it.because().filter("https-unreachable"::equals).isPresent());
    }

    @Test
    void aServerThatSpeaksClearTextIsUnreachable() throws Exception {
        var server = com.sun.net.httpserver.HttpServer.create(local(), 0);
        server.start();
        try {
            assertThat(causes(asked(server.getAddress().getPort()))).containsExactly("https-unreachable");
        } finally {
            server.stop(0);
        }
    }

    private List<Finding> asked(Site site) throws Exception {
        var server = HttpsServer.create(local(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(site.context()));
        server.start();
        try {
            return asked(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    private List<Finding> asked(int port) {
        var about = Asked.about(Map.of("PUBLIC_URL", "https://localhost:" + port), files, View.OUTSIDE);
        var facts = Facts.of(TlsFacts.class, TlsProbe.ask(about));
        return Diagnosis.of(TlsFeature.feature().checks(), facts);
    }

    private static List<String> causes(List<Finding> findings) {
        return findings.stream()
                .filter(it -> it.level() == Level.FAIL)
                .map(Finding::code)
                .toList();
    }

    private static InetSocketAddress local() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}
