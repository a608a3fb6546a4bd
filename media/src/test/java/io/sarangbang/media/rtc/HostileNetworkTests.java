package io.sarangbang.media.rtc;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.media.ice.IceCredentials;
import io.sarangbang.media.rtcp.RtcpWriter;
import io.sarangbang.media.rtp.RtpPacket;
import io.sarangbang.media.stun.IntegrityKey;
import io.sarangbang.media.stun.StunAttribute;
import io.sarangbang.media.stun.StunBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever arrives, the room that is open stays open. */
class HostileNetworkTests {

    private static final int PACKETS = 4000;

    private final Random random = new Random(20_261_120);
    private final Camera camera = Camera.video(77, 100);
    private MediaEngine engine;
    private Browser publisher;
    private Browser watcher;
    private String answer;

    @BeforeEach
    void aRoomIsOpen() throws Exception {
        engine = new MediaEngine(new MediaSettings(0, List.of("127.0.0.1"), List.of(), true, 2000));
        publisher = Browser.overUdp(engine);
        var publication = engine.publish(publisher.offer("sendonly"), state -> {});
        answer = publication.sdpAnswer();
        publisher.connect(answer);
        watcher = Browser.overUdp(engine);
        watcher.connect(
                publication.subscribe(watcher.offer("recvonly"), state -> {}).sdpAnswer());
        theRoomIsStillOpen("at first");
    }

    @AfterEach
    void theRoomIsClosed() {
        publisher.close();
        watcher.close();
        engine.close();
    }

    private void theRoomIsStillOpen(String content) throws InterruptedException {
        Await.until(() -> {
            publisher.send(camera.keyFrame(content));
            return watcher.pending() > 0;
        });
        watcher.receives(packet -> Camera.shows(packet, content));
        assertThat(engine.stats().peers()).isEqualTo(2);
    }

    /** Random bytes that look like STUN, DTLS, RTP or RTCP at first sight. */
    private byte[] plausible() {
        var packet = ByteBuffer.allocate(1 + random.nextInt(300));
        random.nextBytes(packet.array());
        switch (random.nextInt(5)) {
            case 0 -> packet.put(0, (byte) (20 + random.nextInt(44)));
            case 1 -> packet.put(0, (byte) (0x80 | random.nextInt(64)));
            case 2 -> looksLikeStun(packet);
            case 3 -> packet.put(0, (byte) 0x90);
            default -> packet.put(0, (byte) random.nextInt());
        }
        return packet.array();
    }

    private void looksLikeStun(ByteBuffer packet) {
        if (packet.capacity() >= 20) {
            packet.putInt(0, 0x0001_0000 | ((packet.capacity() - 20) & ~3)).putInt(4, 0x2112A442);
        }
    }

    @Test
    void strangersWithRandomBytesAreIgnored() throws Exception {
        for (int stranger = 0; stranger < 20; stranger++) {
            var wire = Wire.udp(engine.port());
            for (int i = 0; i < PACKETS / 20; i++) {
                wire.send(plausible());
            }
            wire.close();
        }
        theRoomIsStillOpen("after strangers");
    }

    @Test
    void randomBytesFromAnInvitedBrowserAreIgnored() throws Exception {
        for (int i = 0; i < PACKETS; i++) {
            publisher.sendRaw(plausible());
        }
        theRoomIsStillOpen("after garbage on a known path");
    }

    @Test
    void properlyEncryptedNonsenseIsIgnored() throws Exception {
        for (int i = 0; i < PACKETS / 2; i++) {
            var bytes = ByteBuffer.allocate(12 + random.nextInt(100));
            random.nextBytes(bytes.array());
            bytes.put(0, (byte) 0x80).put(1, (byte) random.nextInt(128)).putInt(8, random.nextInt(40));
            var packet = new RtpPacket(bytes.array());
            packet.look(bytes.capacity());
            publisher.send(packet);
            watcher.send(nonsense());
            publisher.send(nonsense());
        }
        theRoomIsStillOpen("after nonsense");
    }

    private RtcpWriter nonsense() {
        var report = new RtcpWriter();
        switch (random.nextInt(4)) {
            case 0 -> report.senderReport(random.nextInt(100), random.nextLong(), random.nextInt(), 0, 0);
            case 1 ->
                report.nack(1, random.nextInt(), random.ints(50, 0, 65_536).toArray(), 50);
            case 2 -> report.pli(random.nextInt(), random.nextInt());
            default -> random.nextBytes(report.senderReport(1, 0, 0, 0, 0).bytes());
        }
        return report;
    }

    @Test
    void aCheckWithTheWrongPasswordOpensNoPath() throws Exception {
        var ufrag = Browser.value(answer, "a=ice-ufrag:(\\S+)");
        var thief = Wire.udp(engine.port());
        for (int i = 0; i < 200; i++) {
            thief.send(StunBuilder.request(new byte[12])
                    .attribute(StunAttribute.USERNAME, (ufrag + ":" + i).getBytes())
                    .attribute(StunAttribute.USE_CANDIDATE, new byte[0])
                    .signedWith(new IntegrityKey(IceCredentials.random().password()))
                    .build());
        }
        thief.close();
        theRoomIsStillOpen("after guesses");
        assertThat(engine.stats().dropped()).isGreaterThanOrEqualTo(200);
    }

    @Test
    void tcpConnectionsWithRandomBytesAreIgnored() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), engine.port());
            sockets.add(socket);
            for (int write = 0; write < 10; write++) {
                writeIfOpen(socket, plausible());
            }
        }
        theRoomIsStillOpen("after TCP garbage");
        for (var socket : sockets) {
            socket.close();
        }
    }

    private static void writeIfOpen(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException refused) {
            assertThat(refused).as("the engine hung up on us").isNotNull();
        }
    }

    @Test
    void browsersThatComeAndGoLeaveNothingBehind() throws Exception {
        int threads = Thread.getAllStackTraces().size();
        for (int i = 0; i < 30; i++) {
            var browser = Browser.overUdp(engine);
            var publication = engine.publish(browser.offer("sendonly"), state -> {});
            browser.connect(publication.sdpAnswer());
            publication.close();
            browser.close();
        }
        Await.until(() -> engine.stats().peers() == 2 && engine.stats().publications() == 1);
        assertThat(Thread.getAllStackTraces().size()).isLessThan(threads + 12);
        theRoomIsStillOpen("after visitors");
    }
}
