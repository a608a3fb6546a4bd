package io.sarangbang.auth.secret;

import io.sarangbang.auth.setup.SetupRefused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's secret, {@code AUTH_SECRET}. Nothing uses it as it is: each purpose gets a key of its own (HKDF, RFC 5869),
 * so that what one purpose gives away helps nobody with another.
 *
 * @param value at least 32 characters, and no placeholder
 */
@ConfigurationProperties("sarangbang.secret")
public record AuthSecret(@DefaultValue("") String value) {

    private static final int SHORTEST = 32;
    private static final int FEWEST_DIFFERENT = 10;
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "change.?me|change.?this|replace|example|default|password|your.?secret|placeholder|0123456789");

    public AuthSecret {
        if (value.length() < SHORTEST) {
            throw new SetupRefused("AUTH_SECRET must be set to at least 32 random characters, for example the output of"
                    + " `openssl rand -base64 48`.");
        }
        if (value.chars().distinct().count() < FEWEST_DIFFERENT
                || PLACEHOLDER.matcher(value.toLowerCase(Locale.ROOT)).find()) {
            throw new SetupRefused(
                    "AUTH_SECRET looks like a placeholder; set it to the output of `openssl rand -base64 48`.");
        }
    }

    /** The 256-bit key for a purpose, the same in every replica. */
    public SecretKey key(String purpose, String algorithm) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(value.getBytes(StandardCharsets.UTF_8))
                    .thenExpand(("sarangbang auth " + purpose).getBytes(StandardCharsets.UTF_8), 32);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java 25 has HKDF", e);
        }
    }

    /** A box for a purpose; what it seals, it alone opens. */
    public SealedBox box(String purpose) {
        return new SealedBox(key(purpose, "AES"));
    }

    @Override
    public String toString() {
        return "AuthSecret[…]";
    }
}
