package io.sarangbang.doctor.stun;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A message that has been received. */
public final class StunMessage {

    static final int HEADER_LENGTH = 20;
    static final int MAGIC_COOKIE = 0x2112A442;

    private final int type;
    private final byte[] transactionId;
    private final Map<Integer, byte[]> attributes;

    private StunMessage(int type, byte[] transactionId, Map<Integer, byte[]> attributes) {
        this.type = type;
        this.transactionId = transactionId;
        this.attributes = attributes;
    }

    /** Reads a whole message; empty when it is not well-formed STUN. */
    public static Optional<StunMessage> read(byte[] packet) {
        var message = ByteBuffer.wrap(packet);
        if (packet.length < HEADER_LENGTH
                || packet.length % 4 != 0
                || message.getInt(4) != MAGIC_COOKIE
                || HEADER_LENGTH + message.getChar(2) != packet.length) {
            return Optional.empty();
        }
        Map<Integer, byte[]> found = new HashMap<>();
        int at = HEADER_LENGTH;
        while (at + 4 <= packet.length) {
            int length = message.getChar(at + 2);
            if (at + 4 + length > packet.length) {
                return Optional.empty();
            }
            found.putIfAbsent((int) message.getChar(at), Arrays.copyOfRange(packet, at + 4, at + 4 + length));
            at += 4 + padded(length);
        }
        return Optional.of(
                new StunMessage(message.getChar(0), Arrays.copyOfRange(packet, 8, HEADER_LENGTH), Map.copyOf(found)));
    }

    static int padded(int length) {
        return (length + 3) & ~3;
    }

    public int type() {
        return type;
    }

    byte[] transactionId() {
        return transactionId;
    }

    public Optional<byte[]> bytes(int attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    public Optional<String> text(int attribute) {
        return bytes(attribute).map(value -> new String(value, UTF_8));
    }

    public Optional<InetSocketAddress> address(int attribute) {
        return bytes(attribute).flatMap(value -> XorAddress.read(value, transactionId));
    }

    /** Why it was refused, like 401; 0 for what is no refusal. */
    public int errorCode() {
        return bytes(StunType.ERROR_CODE)
                .filter(value -> value.length >= 4)
                .map(value -> (value[2] & 7) * 100 + value[3])
                .orElse(0);
    }
}
