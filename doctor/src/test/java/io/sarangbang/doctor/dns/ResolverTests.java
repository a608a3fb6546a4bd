package io.sarangbang.doctor.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.doctor.fact.Fact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A name server that knows one name, with one address of each kind. */
class ResolverTests {

    private static final int NAME_ERROR = 3;
    private static final int REFUSED = 5;

    private DatagramSocket socket;

    @BeforeEach
    void listen() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void close() {
        socket.close();
    }

    @Test
    void bothKindsOfAddressesAreFound() {
        assertThat(resolver().addresses("rooms.invalid", "A")).isEqualTo(Fact.known(List.of("203.0.113.7")));
        assertThat(resolver().addresses("rooms.invalid", "AAAA"))
                .isEqualTo(Fact.known(List.of("2001:db8:0:0:0:0:0:7")));
    }

    @Test
    void aNameThatNobodyKnowsHasNoAddress() {
        assertThat(resolver().addresses("nobody.invalid", "A")).isEqualTo(Fact.known(List.of()));
    }

    @Test
    void aServerThatRefusesLeavesTheAnswerOpen() {
        assertThat(resolver().addresses("refused.invalid", "A")).isInstanceOf(Fact.Unknown.class);
    }

    @Test
    void whatStandsInTheHostsFileCounts() {
        assertThat(resolver().addresses("localhost", "A")).isEqualTo(Fact.known(List.of("127.0.0.1")));
    }

    private Resolver resolver() {
        return new Resolver("dns://127.0.0.1:" + socket.getLocalPort());
    }

    private void serve() {
        var packet = new DatagramPacket(new byte[512], 512);
        try {
            while (true) {
                packet.setLength(512);
                socket.receive(packet);
                var answer = answer(packet);
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (SocketException e) {
            // the test is over
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RFC 1035: the question comes back, then at most one answer that points to the name in it. */
    private static byte[] answer(DatagramPacket question) throws IOException {
        var data = question.getData();
        var end = 12;
        while (data[end] != 0) {
            end += data[end] + 1;
        }
        var type = data[end + 2];
        end += 5;
        var first = new String(data, 13, data[12]);
        var code = first.equals("rooms") ? 0 : first.equals("refused") ? REFUSED : NAME_ERROR;
        var out = new ByteArrayOutputStream();
        out.write(data, 0, 2);
        out.write(new byte[] {(byte) 0x85, (byte) (0x80 | code), 0, 1, 0, (byte) (code == 0 ? 1 : 0), 0, 0, 0, 0});
        out.write(data, 12, end - 12);
        if (code == 0) {
            var address = InetAddress.getByName(type == 1 ? "203.0.113.7" : "2001:db8::7")
                    .getAddress();
            out.write(new byte[] {(byte) 0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, (byte) address.length});
            out.write(address);
        }
        return out.toByteArray();
    }
}
