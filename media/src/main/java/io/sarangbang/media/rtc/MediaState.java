package io.sarangbang.media.rtc;

/** What becomes of one browser's connection, told to whoever asked for it. */
public enum MediaState {
    /** Keys are agreed: media flows from here on. */
    CONNECTED,
    /** Nothing has been heard for about twenty seconds; the other side is probably gone. */
    SILENT,
    /** The other side said goodbye, its handshake failed, it did not come within half a minute, or we closed it. */
    CLOSED
}
