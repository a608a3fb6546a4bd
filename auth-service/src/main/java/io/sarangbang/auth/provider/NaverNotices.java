package io.sarangbang.auth.provider;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Reads Naver's notices that somebody ended the link there: signed, the person in them encrypted, both under the MD5 of the
 * client secret, as Naver prescribes.
 */
@Component
public class NaverNotices {

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{9,11}");
    private static final int BLOCK = 16;
    private static final int LONGEST_ID = 64;

    private final ProviderClient client;
    private final Clock clock;

    NaverNotices(ProviderSettings settings, Clock clock) {
        this.client = settings.naver();
        this.clock = clock;
    }

    /**
     * A notice that is Naver's and new enough.
     *
     * @param signature names it, so that it counts once
     * @param until when it is too old anyway
     */
    public record Notice(Subject subject, byte[] signature, Instant until) {}

    public boolean areTaken() {
        return client.isConfigured();
    }

    public Notice read(String clientId, String encryptUniqueId, String timestamp, String signature)
            throws ForgedNotice {
        var given = decode(signature);
        var text = "clientId=%s&encryptUniqueId=%s&timestamp=%s".formatted(clientId, encryptUniqueId, timestamp);
        if (!areTaken() || !MessageDigest.isEqual(sign(text), given)) {
            throw new ForgedNotice("the signature does not hold; is NAVER_CLIENT_SECRET the one in Naver's console?");
        }
        if (!client.clientId().equals(clientId)) {
            throw new ForgedNotice("clientId is not NAVER_CLIENT_ID");
        }
        var sent = sent(timestamp);
        if (Duration.between(sent, clock.instant()).abs().compareTo(WINDOW) > 0) {
            throw new ForgedNotice("it is from another time; is this machine's clock right?");
        }
        var subject = new Subject(Provider.NAVER.id(), client.app(), decrypt(decode(encryptUniqueId)));
        return new Notice(subject, given, sent.plus(WINDOW));
    }

    private static Instant sent(String timestamp) throws ForgedNotice {
        if (!SECONDS.matcher(timestamp).matches()) {
            throw new ForgedNotice("the timestamp is no number of seconds");
        }
        return Instant.ofEpochSecond(Long.parseLong(timestamp));
    }

    /** Never before the signature was found to hold, so that nobody learns from what does not decrypt. */
    private String decrypt(byte[] sealed) throws ForgedNotice {
        if (sealed.length < 2 * BLOCK) {
            throw new ForgedNotice("the person is too short");
        }
        try {
            var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key(), "AES"),
                    new IvParameterSpec(Arrays.copyOf(sealed, BLOCK)));
            var id = new String(cipher.doFinal(sealed, BLOCK, sealed.length - BLOCK), StandardCharsets.UTF_8);
            if (id.isBlank() || id.length() > LONGEST_ID) {
                throw new ForgedNotice("the person has no id");
            }
            return id;
        } catch (GeneralSecurityException e) {
            throw new ForgedNotice("the person does not decrypt");
        }
    }

    private byte[] sign(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    private byte[] key() throws GeneralSecurityException {
        return MessageDigest.getInstance("MD5").digest(client.clientSecret().getBytes(StandardCharsets.UTF_8));
    }

    /** Base64 of either alphabet, padded or not: clients of other languages have met all of them. */
    private static byte[] decode(String text) throws ForgedNotice {
        try {
            return Base64.getUrlDecoder()
                    .decode(text.replace('+', '-').replace('/', '_').replace("=", ""));
        } catch (IllegalArgumentException e) {
            throw new ForgedNotice("it is no base64");
        }
    }
}
