package io.sarangbang.media.stun;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A STUN message that has been received; everything in it is still only a claim until {@link #isSignedWith}. */
public final class StunMessage {

    static final int HEADER_LENGTH = 20;
    static final int MAGIC_COOKIE = 0x2112A442;
    static final int INTEGRITY_LENGTH = 20;

    private static final int BINDING_REQUEST = 0x0001;
    private static final int BINDING_SUCCESS = 0x0101;
    private static final int MAX_ATTRIBUTES = 32;

    private final ByteBuffer message;
    private final Map<Integer, Attribute> attributes;

    private StunMessage(ByteBuffer message, Map<Integer, Attribute> attributes) {
        this.message = message;
        this.attributes = attributes;
    }

    private record Attribute(int offset, int length) {}

    /** Whether a datagram is STUN rather than DTLS or RTP, by its first byte and the magic cookie (RFC 7983). */
    public static boolean isStun(byte[] packet, int length) {
        return length >= HEADER_LENGTH
                && (packet[0] & 0xFC) == 0
                && ByteBuffer.wrap(packet).getInt(4) == MAGIC_COOKIE;
    }

    /** Reads a datagram; empty when it is not well-formed STUN. */
    public static Optional<StunMessage> read(byte[] packet, int length) {
        if (!isStun(packet, length)) {
            return Optional.empty();
        }
        var message = ByteBuffer.wrap(Arrays.copyOf(packet, length));
        if (HEADER_LENGTH + message.getChar(2) != length || length % 4 != 0) {
            return Optional.empty();
        }
        return attributesOf(message).map(found -> new StunMessage(message, found));
    }

    private static Optional<Map<Integer, Attribute>> attributesOf(ByteBuffer message) {
        Map<Integer, Attribute> found = new HashMap<>();
        int at = HEADER_LENGTH;
        while (at + 4 <= message.capacity()) {
            int type = message.getChar(at);
            int length = message.getChar(at + 2);
            if (at + 4 + length > message.capacity() || found.size() == MAX_ATTRIBUTES) {
                return Optional.empty();
            }
            if (isTrustworthy(type, found)) {
                found.putIfAbsent(type, new Attribute(at + 4, length));
            }
            at += 4 + padded(length);
        }
        return Optional.of(found);
    }

    /** What follows the signature is not covered by it, so it must be ignored (RFC 8489 section 14.5). */
    private static boolean isTrustworthy(int type, Map<Integer, Attribute> found) {
        return type == StunAttribute.FINGERPRINT || !found.containsKey(StunAttribute.MESSAGE_INTEGRITY);
    }

    static int padded(int length) {
        return (length + 3) & ~3;
    }

    public boolean isBindingRequest() {
        return message.getChar(0) == BINDING_REQUEST;
    }

    public boolean isBindingSuccess() {
        return message.getChar(0) == BINDING_SUCCESS;
    }

    public byte[] transactionId() {
        return Arrays.copyOfRange(message.array(), 8, HEADER_LENGTH);
    }

    public boolean has(int attribute) {
        return attributes.containsKey(attribute);
    }

    public Optional<byte[]> value(int attribute) {
        return Optional.ofNullable(attributes.get(attribute))
                .map(found -> Arrays.copyOfRange(message.array(), found.offset, found.offset + found.length));
    }

    public Optional<String> username() {
        return value(StunAttribute.USERNAME).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The sender's address as the other side saw it. */
    public Optional<InetSocketAddress> mappedAddress() {
        return value(StunAttribute.XOR_MAPPED_ADDRESS).flatMap(bytes -> XorAddress.read(bytes, transactionId()));
    }

    /** Whether the message carries a MESSAGE-INTEGRITY made with this password. */
    public boolean isSignedWith(IntegrityKey key) {
        var signature = attributes.get(StunAttribute.MESSAGE_INTEGRITY);
        if (signature == null || signature.length != INTEGRITY_LENGTH) {
            return false;
        }
        byte[] expected = key.sign(message.array(), signature.offset - 4);
        return MessageDigest.isEqual(
                expected, value(StunAttribute.MESSAGE_INTEGRITY).orElseThrow());
    }
}
