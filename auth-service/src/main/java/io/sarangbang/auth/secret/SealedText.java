package io.sarangbang.auth.secret;

import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records as texts that browsers keep for us and can neither read nor change.
 *
 * @param <T> the record
 */
public final class SealedText<T> {

    private static final int LONGEST = 4096;

    private final SealedBox box;
    private final String context;
    private final Class<T> type;
    private final JsonMapper json;

    /** @param context what the records are for; what was sealed for something else does not open */
    public SealedText(AuthSecret secret, String context, Class<T> type, JsonMapper json) {
        this.box = secret.box(context);
        this.context = context;
        this.type = type;
        this.json = json;
    }

    public String seal(T content) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(box.seal(json.writeValueAsBytes(content), context));
    }

    /** The record, or nothing where it was not sealed here. */
    public Optional<T> open(String text) {
        return decode(text).flatMap(it -> box.open(it, context)).flatMap(this::parse);
    }

    private static Optional<byte[]> decode(String text) {
        try {
            return text.length() > LONGEST
                    ? Optional.empty()
                    : Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What opened was sealed here, but perhaps by another version of this service. */
    private Optional<T> parse(byte[] content) {
        try {
            return Optional.of(json.readValue(content, type));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
