package io.sarangbang.doctor.stun;

/** Message types and attributes by number: STUN's (RFC 8489), ICE's (RFC 8445) and TURN's (RFC 8656). */
public final class StunType {

    public static final int BINDING = 0x0001;
    public static final int ALLOCATE = 0x0003;
    public static final int REFRESH = 0x0004;
    public static final int CREATE_PERMISSION = 0x0008;
    public static final int SEND = 0x0016;
    public static final int DATA = 0x0017;

    public static final int USERNAME = 0x0006;
    public static final int MESSAGE_INTEGRITY = 0x0008;
    public static final int ERROR_CODE = 0x0009;
    public static final int LIFETIME = 0x000D;
    public static final int XOR_PEER_ADDRESS = 0x0012;
    public static final int DATA_VALUE = 0x0013;
    public static final int REALM = 0x0014;
    public static final int NONCE = 0x0015;
    public static final int XOR_RELAYED_ADDRESS = 0x0016;
    public static final int REQUESTED_TRANSPORT = 0x0019;
    public static final int XOR_MAPPED_ADDRESS = 0x0020;
    public static final int PRIORITY = 0x0024;
    public static final int FINGERPRINT = 0x8028;
    public static final int ICE_CONTROLLING = 0x802A;

    private static final int SUCCESS = 0x0100;
    private static final int ERROR = 0x0110;

    private StunType() {}

    static int successOf(int request) {
        return request | SUCCESS;
    }

    static int errorOf(int request) {
        return request | ERROR;
    }
}
