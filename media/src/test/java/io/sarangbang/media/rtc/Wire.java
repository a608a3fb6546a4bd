package io.sarangbang.media.rtc;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** What lies between a test's browser and the engine. */
interface Wire {

    void send(byte[] datagram);

    /** Waits for the next datagram and returns its length, or -1 at the end. */
    int receive(byte[] buffer);

    void close();

    static Wire udp(int port) throws IOException {
        var socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        var engine = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return new Wire() {
            @Override
            public void send(byte[] datagram) {
                try {
                    socket.send(new DatagramPacket(datagram, datagram.length, engine));
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }

            @Override
            public int receive(byte[] buffer) {
                var packet = new DatagramPacket(buffer, buffer.length);
                try {
                    socket.receive(packet);
                    return packet.getLength();
                } catch (IOException closed) {
                    return -1;
                }
            }

            @Override
            public void close() {
                socket.close();
            }
        };
    }

    static Wire tcp(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var in = new DataInputStream(socket.getInputStream());
        var out = new DataOutputStream(socket.getOutputStream());
        return new Wire() {
            @Override
            public synchronized void send(byte[] datagram) {
                try {
                    out.writeShort(datagram.length);
                    out.write(datagram);
                    out.flush();
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }

            @Override
            public int receive(byte[] buffer) {
                try {
                    int length = in.readUnsignedShort();
                    in.readFully(buffer, 0, length);
                    return length;
                } catch (IOException closed) {
                    return -1;
                }
            }

            @Override
            public void close() {
                try {
                    socket.close();
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
        };
    }
}
