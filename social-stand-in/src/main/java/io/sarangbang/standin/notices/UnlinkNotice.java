package io.sarangbang.standin.notices;

import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Has a person unlink the client and the provider tell it.
 *
 * @param name whose account
 * @param to the client's address for such notices
 * @param fault what is wrong with the notice, nothing when left out
 */
public record UnlinkNotice(String name, URI to, @Nullable Fault fault) {

    /** What a notice can be sent with that a client has to notice itself. */
    public enum Fault {
        /** Kakao: another admin key. Naver: signed with another secret. */
        FORGED,
        /** About somebody who never signed in. */
        UNKNOWN_PERSON,
        /** Naver: a day old, properly signed, as one that was recorded and is played again. */
        OLD,
        /** Naver: sent twice, as somebody who listened in would; the answer to the second counts. */
        REPLAYED;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public UnlinkNotice {
        if (name == null || name.isBlank() || to == null || to.getHost() == null) {
            throw new IllegalArgumentException("name and an absolute address are needed");
        }
    }

    public boolean has(Fault other) {
        return fault == other;
    }

    /** Whether a person is linked to the client: the consent holds, and neither side has ended it. */
    public record Link(boolean linked) {}

    /** What the client answered. */
    public record Receipt(int status) {}
}
