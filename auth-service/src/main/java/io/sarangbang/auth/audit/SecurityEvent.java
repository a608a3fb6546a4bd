package io.sarangbang.auth.audit;

import io.sarangbang.auth.visitor.Visitor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an account's security.
 *
 * @param session in which it happened, or which it happened to
 * @param name of what it happened to, where that has one: an API key's
 */
public record SecurityEvent(
        EventKind kind,
        UUID accountId,
        Visitor visitor,
        @Nullable UUID session,
        @Nullable String provider,
        @Nullable String name) {

    public static SecurityEvent of(EventKind kind, UUID accountId, Visitor visitor) {
        return new SecurityEvent(kind, accountId, visitor, null, null, null);
    }

    public SecurityEvent session(UUID session) {
        return new SecurityEvent(kind, accountId, visitor, session, provider, name);
    }

    public SecurityEvent provider(String provider) {
        return new SecurityEvent(kind, accountId, visitor, session, provider, name);
    }

    public SecurityEvent name(String name) {
        return new SecurityEvent(kind, accountId, visitor, session, provider, name);
    }
}
