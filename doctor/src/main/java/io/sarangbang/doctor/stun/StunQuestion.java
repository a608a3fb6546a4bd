package io.sarangbang.doctor.stun;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.zip.CRC32;

/** A message to be sent; {@link #signedWith} and {@link #fingerprint} come last, in that order. */
public final class StunQuestion {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MAX_LENGTH = 1200;
    private static final int INTEGRITY_LENGTH = 20;
    private static final int FINGERPRINT_MASK = 0x5354554E;

    private final int type;
    private final byte[] transactionId = new byte[12];
    private final ByteBuffer message = ByteBuffer.allocate(MAX_LENGTH);

    public StunQuestion(int type) {
        this.type = type;
        RANDOM.nextBytes(transactionId);
        message.putChar((char) type).putChar((char) 0);
        message.putInt(StunMessage.MAGIC_COOKIE).put(transactionId);
    }

    /** A connectivity check of the controlling side, as browsers send it to a candidate of an answer. */
    public static StunQuestion connectivityCheck(String theirUfrag, String theirPassword, String ourUfrag) {
        return new StunQuestion(StunType.BINDING)
                .text(StunType.USERNAME, theirUfrag + ":" + ourUfrag)
                .number(StunType.PRIORITY, 0x6E7F1EFF)
                .bytes(StunType.ICE_CONTROLLING, new byte[8])
                .signedWith(StunKey.shortTerm(theirPassword))
                .fingerprint();
    }

    public StunQuestion bytes(int attribute, byte[] value) {
        message.putChar((char) attribute).putChar((char) value.length).put(value);
        message.position(StunMessage.padded(message.position()));
        announce(message.position());
        return this;
    }

    public StunQuestion text(int attribute, String value) {
        return bytes(attribute, value.getBytes(UTF_8));
    }

    public StunQuestion number(int attribute, int value) {
        return bytes(attribute, ByteBuffer.allocate(4).putInt(value).array());
    }

    public StunQuestion address(int attribute, InetSocketAddress value) {
        return bytes(attribute, XorAddress.write(value, transactionId));
    }

    public StunQuestion signedWith(StunKey key) {
        int covered = message.position();
        announce(covered + 4 + INTEGRITY_LENGTH); // the length counts up to the end of the signature itself
        return bytes(StunType.MESSAGE_INTEGRITY, key.sign(message.array(), covered));
    }

    public StunQuestion fingerprint() {
        int covered = message.position();
        announce(covered + 8);
        var crc = new CRC32();
        crc.update(message.array(), 0, covered);
        return number(StunType.FINGERPRINT, (int) crc.getValue() ^ FINGERPRINT_MASK);
    }

    /** Whether a message is the answer to this one: nobody guesses the twelve random bytes. */
    public boolean isAnsweredBy(StunMessage message) {
        return Arrays.equals(transactionId, message.transactionId())
                && (message.type() == StunType.successOf(type) || message.type() == StunType.errorOf(type));
    }

    public byte[] toBytes() {
        return Arrays.copyOf(message.array(), message.position());
    }

    private void announce(int end) {
        message.putChar(2, (char) (end - StunMessage.HEADER_LENGTH));
    }
}
