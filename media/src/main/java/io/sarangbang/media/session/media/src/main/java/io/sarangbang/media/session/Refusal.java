package io.sarangbang.media.session;

/** A request that a session refuses, with the code openvidu-browser knows it by. */
public final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final Code code;

    private Refusal(Code code, String message) {
        super(message + ". Code: " + code.number);
        this.code = code;
    }

    public static Refusal because(Code code, String message) {
        return new Refusal(code, message);
    }

    /** The caller's token is missing, used, or of too small a role for {@code action}. */
    public static Refusal unauthorised(String action) {
        return because(Code.UNAUTHORISED, "Unable to " + action + ". The user does not have a valid token");
    }

    public int code() {
        return code.number;
    }

    /** The error codes of the protocol that this server uses. */
    public enum Code {
        USER_NOT_FOUND(102),
        ALREADY_IN_ROOM(104),
        NOT_STREAMING(105),
        ALREADY_STREAMING(106),
        ROOM_NOT_FOUND(202),
        ROOM_CLOSED(203),
        BAD_SDP(302),
        UNAUTHORISED(401),
        NO_FILTER(406),
        BAD_METADATA(500),
        BAD_SIGNAL(600),
        BAD_SIGNAL_TARGET(601),
        CODEC_NOT_OFFERED(800),
        NOT_CONNECTED(803),
        GENERIC(999);

        private final int number;

        Code(int number) {
            this.number = number;
        }
    }
}
