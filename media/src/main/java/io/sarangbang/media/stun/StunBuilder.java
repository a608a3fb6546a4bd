package io.sarangbang.media.stun;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Writes one STUN message; {@link #signedWith} and {@link #fingerprint} come last, in that order. */
public final class StunBuilder {

    private static final int BINDING_REQUEST = 0x0001;
    private static final int BINDING_SUCCESS = 0x0101;
    private static final int BINDING_ERROR = 0x0111;
    private static final int FINGERPRINT_MASK = 0x5354554E;
    private static final int MAX_LENGTH = 548;

    private final ByteBuffer message = ByteBuffer.allocate(MAX_LENGTH);
    private final byte[] transactionId;

    private StunBuilder(int type, byte[] transactionId) {
        this.transactionId = transactionId;
        message.putChar((char) type).putChar((char) 0);
        message.putInt(StunMessage.MAGIC_COOKIE).put(transactionId);
    }

    public static StunBuilder request(byte[] transactionId) {
        return new StunBuilder(BINDING_REQUEST, transactionId);
    }

    /** The answer to a request: where it came from. */
    public static StunBuilder success(StunMessage request, InetSocketAddress source) {
        var builder = new StunBuilder(BINDING_SUCCESS, request.transactionId());
        return builder.attribute(StunAttribute.XOR_MAPPED_ADDRESS, XorAddress.write(source, builder.transactionId));
    }

    public static StunBuilder error(StunMessage request, int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        var value = ByteBuffer.allocate(4 + text.length);
        value.putChar((char) 0).put((byte) (code / 100)).put((byte) (code % 100));
        return new StunBuilder(BINDING_ERROR, request.transactionId())
                .attribute(StunAttribute.ERROR_CODE, value.put(text).array());
    }

    public StunBuilder attribute(int type, byte[] value) {
        message.putChar((char) type).putChar((char) value.length).put(value);
        message.position(StunMessage.padded(message.position()));
        message.putChar(2, (char) (message.position() - StunMessage.HEADER_LENGTH));
        return this;
    }

    public StunBuilder signedWith(IntegrityKey key) {
        return attribute(StunAttribute.MESSAGE_INTEGRITY, key.sign(message.array(), message.position()));
    }

    public StunBuilder fingerprint() {
        int covered = message.position();
        message.putChar(2, (char) (covered + 8 - StunMessage.HEADER_LENGTH));
        var crc = new CRC32();
        crc.update(message.array(), 0, covered);
        int value = (int) crc.getValue() ^ FINGERPRINT_MASK;
        return attribute(
                StunAttribute.FINGERPRINT, ByteBuffer.allocate(4).putInt(value).array());
    }

    public byte[] build() {
        return Arrays.copyOf(message.array(), message.position());
    }
}
