package io.sarangbang.houserules;

import static io.sarangbang.houserules.Forgery.fromNow;
import static io.sarangbang.houserules.Forgery.quoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Ways to be taken for a service of the installation, and for a service to be taken for a person, tried on a
 * server that runs.
 */
public abstract class ServiceTokenAttacks {

    private static final String HS256 = "HmacSHA256";

    /** What answers 2xx to any service of the installation. */
    protected abstract URI internalAddress();

    /** How it is asked. */
    protected String method() {
        return "GET";
    }

    /** What it is asked with, as JSON; empty where there is nothing. */
    protected String body() {
        return "";
    }

    /** What answers 200 to a {@code GET} of anybody with an access token. */
    protected abstract URI publicAddress();

    /** The name of the service that is attacked. */
    protected abstract String service();

    /** What is set as {@code SERVICE_SECRET}. */
    protected abstract String secret();

    /** The key that is made of it for service tokens. */
    protected abstract SecretKey key();

    /** The pair whose public half the server trusts with access tokens. */
    protected abstract KeyPair keys();

    /** The name under which it does. */
    protected abstract String keyId();

    /** How many requests have come to a controller. */
    protected abstract int arrivals();

    /** What an honest access token was made for; {@code api-key} where no session stands behind it. */
    protected String client() {
        return "web";
    }

    @Test
    void aServiceIsLetIn() {
        var before = arrivals();
        assertThat(bearing(trusted(honest())).status()).isBetween(200, 299);
        assertThat(arrivals()).isEqualTo(before + 1);
    }

    @Test
    void aServiceIsNoPerson() {
        var before = arrivals();
        RawAnswer.to(publicAddress(), "Authorization: Bearer " + trusted(honest()))
                .isRefusal();
        RawAnswer.to(publicAddress(), "Authorization: Bearer " + trusted(personal()))
                .isRefusal();
        assertThat(arrivals()).isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> nobodyElseIs() {
        var attacks = new LinkedHashMap<String, String>();
        var person = person();
        attacks.put("the access token of a person", person.es256(keys().getPrivate()));
        attacks.put(
                "a service token that auth-service signed as an access token",
                honest().header("alg", quoted("ES256"))
                        .header("kid", quoted(keyId()))
                        .es256(keys().getPrivate()));
        attacks.put("an access token that was signed with the services' key", trusted(personal()));
        attacks.put("alg none", honest().header("alg", quoted("none")).with(new byte[0]));
        attacks.put("the secret itself as the key", honest().hmac(HS256, secret().getBytes(StandardCharsets.UTF_8)));
        attacks.put(
                "the secret of another installation",
                honest().hmac(HS256, "x".repeat(32).getBytes(StandardCharsets.US_ASCII)));
        attacks.put("no secret at all", honest().hmac(HS256, new byte[32]));
        attacks.put("HS512", honest().header("alg", quoted("HS512")).hmac("HmacSHA512", key().getEncoded()));
        attacks.put("meant for another service", trusted(Forgery.ofServiceToken("another-service")));
        attacks.put("meant for people's use", trusted(honest().claim("aud", quoted("sarangbang-api"))));
        attacks.put("meant for nobody", trusted(honest().claim("aud", null)));
        attacks.put("from nobody", trusted(honest().claim("iss", null)));
        attacks.put("expired", trusted(honest().claim("exp", fromNow(-120))));
        attacks.put("without end", trusted(honest().claim("exp", null)));
        attacks.put("a plain JWT", trusted(honest().header("typ", quoted("JWT"))));
        attacks.put("an access token by its type", trusted(honest().header("typ", quoted("at+jwt"))));
        attacks.put("no type", trusted(honest().header("typ", null)));
        attacks.put("cut short", trusted(honest()).substring(0, 100));
        attacks.put("compressed", trusted(honest().header("zip", quoted("DEF"))));
        attacks.put("critical", trusted(honest().header("crit", "[\"x\"]").header("x", "1")));
        attacks.put("long", trusted(honest().claim("x", quoted("y".repeat(3000)))));
        attacks.put("nothing", "");
        return refused(attacks);
    }

    @Test
    void aTokenComesInOneHeaderAndNowhereElse() {
        var token = trusted(honest());
        var before = arrivals();
        var path = internalAddress().getRawPath();
        asked(path).isRefusal();
        asked(path + "?access_token=" + token).isRefusal();
        asked(path, "Cookie: sb_access=" + token).isRefusal();
        asked(path, "Authorization: " + token).isRefusal();
        asked(path, "Authorization: Bearer " + token, "Authorization: Bearer " + token)
                .isRefusal();
        assertThat(arrivals()).isEqualTo(before);
    }

    /** However the address is written, what lies under it is the services' own. */
    @TestFactory
    Stream<DynamicTest> noOtherSpellingOfTheAddressIsOpen() {
        var person = person().es256(keys().getPrivate());
        var path = internalAddress().getRawPath();
        return Stream.of(
                        path.toUpperCase(Locale.ROOT),
                        "/" + path,
                        path.replaceFirst("/internal", "/./internal"),
                        path.replaceFirst("/internal", "/x/../internal"),
                        path.replaceFirst("/internal", "/%69nternal"),
                        path.replaceFirst("/internal", "/internal;x=y"),
                        path.replaceFirst("/internal/", "/internal//"),
                        path + "/")
                .map(spelling -> dynamicTest(spelling, () -> {
                    var before = arrivals();
                    var answer = asked(spelling, "Authorization: Bearer " + person);
                    assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
                    assertThat(arrivals()).isEqualTo(before);
                }));
    }

    private Stream<DynamicTest> refused(Map<String, String> attacks) {
        return attacks.entrySet().stream()
                .map(it -> dynamicTest(it.getKey(), () -> {
                    var before = arrivals();
                    bearing(it.getValue()).isRefusal();
                    assertThat(arrivals()).isEqualTo(before);
                }));
    }

    private RawAnswer bearing(String token) {
        return asked(internalAddress().getRawPath(), "Authorization: Bearer " + token);
    }

    private RawAnswer asked(String path, String... headers) {
        return RawAnswer.to(internalAddress(), method(), path, body(), headers);
    }

    private Forgery honest() {
        return Forgery.ofServiceToken(service());
    }

    private Forgery person() {
        return Forgery.ofAccessToken(keyId()).claim("client_id", quoted(client()));
    }

    private Forgery personal() {
        return person().header("alg", quoted("HS256"));
    }

    private String trusted(Forgery token) {
        return token.hmac(HS256, key().getEncoded());
    }
}
