package io.sarangbang.auth.apikey;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A key as its owner holds it: a prefix that scanners for leaked secrets know it by, 256 random bits as 43 letters and digits
 * (a double click takes all of them), and a checksum of six, so that what is mistyped or made up needs no look into the
 * database.
 */
final class KeySecret {

    private static final String PREFIX = "sbk_";
    private static final int RANDOM = 43;
    private static final int CHECKSUM = 6;
    private static final int BYTES = 32;
    private static final int SHOWN = 4;
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (RANDOM + CHECKSUM) + "}");
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());

    private final String text;

    private KeySecret(String text) {
        this.text = text;
    }

    static KeySecret random(RandomGenerator random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var body = PREFIX + digits(new BigInteger(1, bytes), RANDOM);
        return new KeySecret(body + checksum(body));
    }

    /** The key that was sent, or nothing where no key of ours looks like that. */
    static Optional<KeySecret> read(String sent) {
        return SHAPE.matcher(sent).matches() && hasItsChecksum(sent)
                ? Optional.of(new KeySecret(sent))
                : Optional.empty();
    }

    /** Salt and stretching are for what people think up; of 256 random bits a hash tells nobody anything. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Enough to tell one's own keys apart: the end of the checksum, so that nothing of the random part is shown. */
    String hint() {
        return text.substring(text.length() - SHOWN);
    }

    /** The whole of it, for its owner and nobody else. */
    String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "KeySecret[…]";
    }

    private static boolean hasItsChecksum(String sent) {
        var body = sent.substring(0, sent.length() - CHECKSUM);
        return sent.endsWith(checksum(body));
    }

    private static String checksum(String body) {
        var crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return digits(BigInteger.valueOf(crc.getValue()), CHECKSUM);
    }

    private static String digits(BigInteger number, int length) {
        var digits = new char[length];
        var rest = number;
        for (var place = length - 1; place >= 0; place--) {
            var parts = rest.divideAndRemainder(BASE);
            digits[place] = DIGITS.charAt(parts[1].intValue());
            rest = parts[0];
        }
        return new String(digits);
    }
}
