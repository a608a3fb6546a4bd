package io.sarangbang.media.session;

/** Why something ended, in the protocol's words. */
public enum EndReason {
    UNSUBSCRIBE("unsubscribe"),
    UNPUBLISH("unpublish"),
    DISCONNECT("disconnect"),
    FORCE_UNPUBLISH_BY_USER("forceUnpublishByUser"),
    FORCE_UNPUBLISH_BY_SERVER("forceUnpublishByServer"),
    FORCE_DISCONNECT_BY_USER("forceDisconnectByUser"),
    FORCE_DISCONNECT_BY_SERVER("forceDisconnectByServer"),
    LAST_PARTICIPANT_LEFT("lastParticipantLeft"),
    SESSION_CLOSED_BY_SERVER("sessionClosedByServer"),
    NETWORK_DISCONNECT("networkDisconnect"),
    SERVER_STOPPED("openviduServerStopped");

    private final String wireName;

    EndReason(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String toString() {
        return wireName;
    }
}
