package io.sarangbang.houserules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Ways to be let in without a token that auth-service made for this (RFC 8725; ), tried on a server
 * that runs. Each must end in a 401 that no controller has seen, and nobody may be asked for a key by the way.
 */
public abstract class TokenAttacks {

    private Forger forger;

    /** What answers 200 to a {@code GET} of anybody with a token. */
    protected abstract URI address();

    /** The pair whose public half the server trusts. */
    protected abstract KeyPair keys();

    /** The name under which it does. */
    protected abstract String keyId();

    /** How many requests have come to a controller. */
    protected abstract int arrivals();

    /** What an honest token was made for; {@code api-key} where no session stands behind it. */
    protected String client() {
        return "web";
    }

    @BeforeEach
    void prepare() {
        forger = new Forger(keyId(), keys(), client(), new KeysOfAnAttacker(keyId()));
    }

    @AfterEach
    void nobodyWasAskedForKeys() {
        forger.attacker().close();
        assertThat(forger.attacker().asked()).isZero();
    }

    @Test
    void anHonestTokenIsTaken() {
        var before = arrivals();
        assertThat(bearing(forger.trusted(forger.honest())).status()).isEqualTo(200);
        assertThat(RawAnswer.to(address(), "authorization: bearer " + forger.trusted(forger.honest()))
                        .status())
                .isEqualTo(200);
        assertThat(arrivals()).isEqualTo(before + 2);
    }

    @TestFactory
    Stream<DynamicTest> theAlgorithmIsOurs() {
        return refused(AlgorithmAttacks.by(forger));
    }

    @TestFactory
    Stream<DynamicTest> theKeyIsOurs() {
        return refused(KeyAttacks.by(forger));
    }

    @TestFactory
    Stream<DynamicTest> itIsAnAccessTokenForThisProduct() {
        return refused(ClaimAttacks.by(forger));
    }

    @TestFactory
    Stream<DynamicTest> itIsWhole() {
        return refused(FormAttacks.by(forger));
    }

    @TestFactory
    Stream<DynamicTest> itIsTooLongToBeRead() {
        return Stream.of(9_000, 1_000_000)
                .map(length -> dynamicTest(length + " characters", () -> {
                    var before = arrivals();
                    bearing(forger.trusted(forger.honest()) + "A".repeat(length))
                            .isRefusalOrTooMuch();
                    assertThat(arrivals()).isEqualTo(before);
                }));
    }

    @TestFactory
    Stream<DynamicTest> itComesInOneHeaderAndNowhereElse() {
        var token = forger.trusted(forger.honest());
        var forged = forger.foreign(forger.honest());
        return Stream.of(
                asked("two headers, the first holds", "Bearer " + token, "Bearer " + forged),
                asked("two headers, the second holds", "Bearer " + forged, "Bearer " + token),
                asked("two headers, both hold", "Bearer " + token, "Bearer " + token),
                asked("two tokens in one header", "Bearer " + forged + ", Bearer " + token),
                asked("a small letter", "bearer " + forged),
                asked("another scheme", "Token " + token),
                asked(
                        "Basic",
                        "Basic " + Base64.getEncoder().encodeToString(token.getBytes(StandardCharsets.US_ASCII))),
                asked("no scheme", token),
                asked("the scheme alone", "Bearer"),
                asked("quotes around it", "Bearer \"" + token + "\""));
    }

    @Test
    void itDoesNotComeInTheAddressOrACookie() {
        var token = forger.trusted(forger.honest());
        var before = arrivals();
        RawAnswer.to(URI.create(address() + "?access_token=" + token)).isRefusal();
        RawAnswer.to(address(), "Cookie: sb_access=" + token).isRefusal();
        RawAnswer.to(address(), "X-Account-Id: " + UUID.randomUUID(), "X-Forwarded-User: admin")
                .isRefusal();
        assertThat(arrivals()).isEqualTo(before);
    }

    private DynamicTest asked(String name, String... authorizations) {
        var headers =
                Stream.of(authorizations).map(it -> "Authorization: " + it).toArray(String[]::new);
        return dynamicTest(name, () -> {
            var before = arrivals();
            RawAnswer.to(address(), headers).isRefusal();
            assertThat(arrivals()).isEqualTo(before);
        });
    }

    private Stream<DynamicTest> refused(Map<String, String> attacks) {
        return attacks.entrySet().stream().map(it -> asked(it.getKey(), "Bearer " + it.getValue()));
    }

    private RawAnswer bearing(String token) {
        return RawAnswer.to(address(), "Authorization: Bearer " + token);
    }
}
