package io.sarangbang.doctor.stun;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** An address as STUN writes it: masked, so that address-rewriting routers leave it alone. */
final class XorAddress {

    private static final int IPV4 = 1;
    private static final int IPV6 = 2;

    private XorAddress() {}

    static byte[] write(InetSocketAddress address, byte[] transactionId) {
        byte[] host = masked(address.getAddress().getAddress(), transactionId);
        var value = ByteBuffer.allocate(4 + host.length);
        value.putChar((char) (host.length == 4 ? IPV4 : IPV6));
        value.putChar((char) (address.getPort() ^ (StunMessage.MAGIC_COOKIE >>> 16)));
        return value.put(host).array();
    }

    static Optional<InetSocketAddress> read(byte[] value, byte[] transactionId) {
        if (value.length != 8 && value.length != 20) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(value);
        int port = buffer.getChar(2) ^ (StunMessage.MAGIC_COOKIE >>> 16);
        byte[] host = new byte[value.length - 4];
        buffer.get(4, host);
        try {
            return Optional.of(new InetSocketAddress(InetAddress.getByAddress(masked(host, transactionId)), port));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("4 and 16 bytes are addresses", impossible);
        }
    }

    private static byte[] masked(byte[] host, byte[] transactionId) {
        byte[] key = ByteBuffer.allocate(16)
                .putInt(StunMessage.MAGIC_COOKIE)
                .put(transactionId)
                .array();
        byte[] masked = new byte[host.length];
        for (int i = 0; i < host.length; i++) {
            masked[i] = (byte) (host[i] ^ key[i]);
        }
        return masked;
    }
}
