package io.sarangbang.defaults.setup;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * A secret that the operator sets in an environment variable. Nothing uses it as it is: each purpose gets a key of its own
 * (HKDF, RFC 5869), so that what one purpose gives away helps nobody with another.
 */
public final class OperatorSecret {

    private static final int SHORTEST = 32;
    private static final int FEWEST_DIFFERENT = 10;
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "change.?me|change.?this|replace|example|default|password|your.?secret|placeholder|0123456789");

    private final String value;

    /**
     * @param variable the environment variable, to be named to the operator
     * @param value at least 32 characters, and no placeholder
     * @throws SetupRefused when it is shorter, or looks like one
     */
    public OperatorSecret(String variable, String value) {
        if (value.length() < SHORTEST) {
            throw new SetupRefused(variable + " must be set to at least 32 random characters, for example the output of"
                    + " `openssl rand -base64 48`.");
        }
        if (value.chars().distinct().count() < FEWEST_DIFFERENT
                || PLACEHOLDER.matcher(value.toLowerCase(Locale.ROOT)).find()) {
            throw new SetupRefused(
                    variable + " looks like a placeholder; set it to the output of `openssl rand -base64 48`.");
        }
        this.value = value;
    }

    /** The 256-bit key for a purpose, the same wherever the secret is the same. */
    public SecretKey key(String purpose, String algorithm) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(value.getBytes(StandardCharsets.UTF_8))
                    .thenExpand(("sarangbang " + purpose).getBytes(StandardCharsets.UTF_8), 32);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java 25 has HKDF", e);
        }
    }

    @Override
    public String toString() {
        return "OperatorSecret[…]";
    }
}
