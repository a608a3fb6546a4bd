package io.sarangbang.rooms.media;

import java.util.List;

/**
 * Where people's sound and pictures meet. Every call may throw {@link MediaServerUnreachable}, and then may or may not
 * have had its effect; nothing else escapes.
 */
public interface MediaServer {

    /** Lets one more person connect to the session, which is made if it does not exist. */
    Admission admit(SessionId session, ServerData data);

    /** The same for somebody of whom nothing is known and nothing is to be told. */
    Admission admit(SessionId session);

    /** Ends a connection, or makes its token worthless if it was not used yet; does nothing when it is gone already. */
    void disconnect(SessionId session, String connectionId);

    /** Ends a session for everybody in it; does nothing when there is none. */
    void close(SessionId session);

    /** Sends something to all who are connected; does nothing when nobody is. */
    void signal(SessionId session, String type, String data);

    /** Every session there is right now, other applications' among them. */
    List<LiveSession> sessions();
}
