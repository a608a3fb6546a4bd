package io.sarangbang.auth.secret;

import io.sarangbang.defaults.setup.OperatorSecret;
import javax.crypto.SecretKey;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's secret, {@code AUTH_SECRET}, from which every key of this service follows.
 *
 * @param value at least 32 characters, and no placeholder
 */
@ConfigurationProperties("sarangbang.secret")
public record AuthSecret(@DefaultValue("") String value) {

    public AuthSecret {
        strong(value);
    }

    /** The 256-bit key for a purpose, the same in every replica. */
    public SecretKey key(String purpose, String algorithm) {
        return strong(value).key("auth " + purpose, algorithm);
    }

    /** A box for a purpose; what it seals, it alone opens. */
    public SealedBox box(String purpose) {
        return new SealedBox(key(purpose, "AES"));
    }

    private static OperatorSecret strong(String value) {
        return new OperatorSecret("AUTH_SECRET", value);
    }

    @Override
    public String toString() {
        return "AuthSecret[…]";
    }
}
