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
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "change.?me|change.?this|replace|example|default|password|(my|your).?secret|placeholder|12345678|sarangbang");

    private final String value;

    /**
     * @param variable the environment variable, to be named to the operator
     * @param value at least 32 characters, and no placeholder
     * @throws SetupRefused when it is shorter, or looks like one
     */
    public OperatorSecret(String variable, String value) {
        refuseIfWeak(variable, value, SHORTEST);
        this.value = value;
    }

    /**
     * For secrets that others check, and that can't be read as one here.
     *
     * @throws SetupRefused when it is shorter than that, or looks like a placeholder
     */
    public static void refuseIfWeak(String variable, String value, int shortest) {
        if (value.length() < shortest) {
            throw new SetupRefused(
                    "%s must be set to at least %d random characters, for example the output of `openssl rand -hex 32`."
                            .formatted(variable, shortest));
        }
        if (value.chars().distinct().count() < shortest / 3
                || PLACEHOLDER.matcher(value.toLowerCase(Locale.ROOT)).find()) {
            throw new SetupRefused(
                    variable + " looks like a placeholder; set it to the output of `openssl rand -hex 32`.");
        }
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
