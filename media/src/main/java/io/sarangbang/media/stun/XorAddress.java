package io.sarangbang.media.stun;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The value of XOR-MAPPED-ADDRESS, masked so that address-rewriting routers leave it alone. */
final class XorAddress {

    private static final int IPV4 = 1;
    private static final int IPV6 = 2;

    private XorAddress() {}

    static byte[] write(InetSocketAddress address, byte[] transactionId) {
        byte[] host = mask(address.getAddress().getAddress(), transactionId);
        var value = ByteBuffer.allocate(4 + host.length);
        value.putChar((char) (host.length == 4 ? IPV4 : IPV6));
        value.putChar((char) (address.getPort() ^ (StunMessage.MAGIC_COOKIE >>> 16)));
        return value.put(host).array();
    }

    static Optional<InetSocketAddress> read(byte[] value, byte[] transactionId) {
        var buffer = ByteBuffer.wrap(value);
        if (value.length != 8 && value.length != 20) {
            return Optional.empty();
        }
        int port = buffer.getChar(2) ^ (StunMessage.MAGIC_COOKIE >>> 16);
        byte[] host = new byte[value.length - 4];
        buffer.get(4, host);
        try {
            return Optional.of(new InetSocketAddress(InetAddress.getByAddress(mask(host, transactionId)), port));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("4 and 16 bytes are addresses", impossible);
        }
    }

    private static byte[] mask(byte[] host, byte[] transactionId) {
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
