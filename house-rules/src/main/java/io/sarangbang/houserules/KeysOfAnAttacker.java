package io.sarangbang.houserules;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** A key pair that nobody should trust, and a server that would love to be asked for it. */
final class KeysOfAnAttacker implements AutoCloseable {

    final KeyPair pair = ellipticPair();
    private final AtomicInteger asked = new AtomicInteger();
    private final String keyId;
    private final HttpServer server;

    KeysOfAnAttacker(String keyId) {
        this.keyId = keyId;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            var body = ("{\"keys\":[" + jwk() + "]}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "\"http://127.0.0.1:%d/keys.json\"".formatted(server.getAddress().getPort());
    }

    /** How often anybody came for the keys. */
    int asked() {
        return asked.get();
    }

    String jwk() {
        return jwk(keyId, (ECPublicKey) pair.getPublic());
    }

    static String jwk(String keyId, ECPublicKey key) {
        return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"alg\":\"ES256\",\"kid\":\"%s\",\"x\":\"%s\",\"y\":\"%s\"}"
                .formatted(
                        keyId,
                        coordinate(key.getW().getAffineX()),
                        coordinate(key.getW().getAffineY()));
    }

    private static String coordinate(BigInteger number) {
        var bytes = number.toByteArray();
        var field = new byte[32];
        var length = Math.min(bytes.length, field.length);
        System.arraycopy(
                Arrays.copyOfRange(bytes, bytes.length - length, bytes.length),
                0,
                field,
                field.length - length,
                length);
        return Forgery.encoded(field);
    }

    static KeyPair pair(String algorithm, int size) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair ellipticPair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
