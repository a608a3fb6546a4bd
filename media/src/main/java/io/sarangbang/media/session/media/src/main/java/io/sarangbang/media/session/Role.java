package io.sarangbang.media.session;

/** What a connection may do in its session. */
public enum Role {
    SUBSCRIBER,
    PUBLISHER,
    MODERATOR;

    boolean mayPublish() {
        return this != SUBSCRIBER;
    }
}
