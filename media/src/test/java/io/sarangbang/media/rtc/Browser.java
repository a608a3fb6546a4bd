package io.sarangbang.media.rtc;

import io.sarangbang.media.dtls.BrowserHandshake;
import io.sarangbang.media.dtls.SrtpKeys;
import io.sarangbang.media.ice.IceCredentials;
import io.sarangbang.media.rtcp.RtcpWriter;
import io.sarangbang.media.rtp.RtpPacket;
import io.sarangbang.media.srtp.MasterKey;
import io.sarangbang.media.srtp.SrtpReceiver;
import io.sarangbang.media.srtp.SrtpSender;
import io.sarangbang.media.stun.IntegrityKey;
import io.sarangbang.media.stun.StunAttribute;
import io.sarangbang.media.stun.StunBuilder;
import io.sarangbang.media.stun.StunMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One peer connection of a browser, as far as the engine can tell: offers, checks, shakes hands, sends and receives.
 */
final class Browser implements AutoCloseable {

    static final int AUDIO = 111;
    static final int VIDEO = 96;

    private static final long PATIENCE_SECONDS = 10;

    private final Wire wire;
    private final BrowserHandshake handshake;
    private final IceCredentials credentials = IceCredentials.random();
    private final CountDownLatch checked = new CountDownLatch(1);
    private final BlockingQueue<byte[]> media = new LinkedBlockingQueue<>();
    private final BlockingQueue<byte[]> reports = new LinkedBlockingQueue<>();
    private final List<byte[]> early = new ArrayList<>();
    private volatile SrtpReceiver in;
    private volatile SrtpSender out;
    private BrowserHandshake.Secured secured;
    private String username = "";
    private IntegrityKey password = new IntegrityKey("unknown yet");

    Browser(Wire wire) throws IOException {
        this.wire = wire;
        handshake = new BrowserHandshake(wire::send);
        Thread.ofVirtual().start(this::receive);
    }

    static Browser overUdp(MediaEngine engine) throws IOException {
        return new Browser(Wire.udp(engine.port()));
    }

    /** An offer of Opus and VP8 in this direction, with the audio level under this id. */
    String offer(String direction, int audioLevelId) {
        return ("""
                v=0
                o=- 1 2 IN IP4 127.0.0.1
                s=-
                t=0 0
                a=group:BUNDLE a v
                m=audio 9 UDP/TLS/RTP/SAVPF 111
                a=mid:a
                a=rtpmap:111 opus/48000/2
                a=extmap:%3$d urn:ietf:params:rtp-hdrext:ssrc-audio-level
                %1$s
                m=video 9 UDP/TLS/RTP/SAVPF 96
                a=mid:v
                a=rtpmap:96 VP8/90000
                a=rtcp-fb:96 nack
                a=rtcp-fb:96 nack pli
                %1$s
                """)
                .formatted(
                        "a=%s\na=ice-ufrag:%s\na=ice-pwd:%s\na=fingerprint:sha-256 %s\na=setup:actpass\na=rtcp-mux"
                                .formatted(
                                        direction,
                                        credentials.ufrag(),
                                        credentials.password(),
                                        handshake.fingerprint()),
                        0,
                        audioLevelId);
    }

    String offer(String direction) {
        return offer(direction, 1);
    }

    static String value(String answer, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(answer);
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not in " + answer);
        }
        return matcher.group(1);
    }

    /** The SSRC the answer announces for the n-th media line. */
    static int ssrc(String answer, String kind) {
        return Integer.parseUnsignedInt(value(answer.substring(answer.indexOf("m=" + kind)), "a=ssrc:(\\d+)"));
    }

    Browser connect(String answer) throws IOException, InterruptedException {
        learn(answer);
        check();
        if (!checked.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("no answer to the check");
        }
        secured = handshake.connect(value(answer, "a=fingerprint:sha-256 (\\S+)"));
        use(secured.keys());
        return this;
    }

    private void learn(String answer) {
        username = value(answer, "a=ice-ufrag:(\\S+)") + ":" + credentials.ufrag();
        password = new IntegrityKey(value(answer, "a=ice-pwd:(\\S+)"));
    }

    void check() {
        wire.send(signedCheck());
    }

    /** A check as this browser would send it, to be sent from elsewhere. */
    byte[] checkFor(String answer) {
        learn(answer);
        return signedCheck();
    }

    private byte[] signedCheck() {
        byte[] id = new byte[12];
        new Random().nextBytes(id);
        return StunBuilder.request(id)
                .attribute(StunAttribute.USERNAME, username.getBytes(StandardCharsets.UTF_8))
                .attribute(StunAttribute.PRIORITY, new byte[4])
                .attribute(StunAttribute.ICE_CONTROLLING, new byte[8])
                .attribute(StunAttribute.USE_CANDIDATE, new byte[0])
                .signedWith(password)
                .fingerprint()
                .build();
    }

    private void receive() {
        byte[] packet = new byte[2048];
        int length = wire.receive(packet);
        while (length >= 0) {
            received(packet, length);
            length = wire.receive(packet);
        }
    }

    private void received(byte[] packet, int length) {
        if (StunMessage.isStun(packet, length)) {
            StunMessage.read(packet, length)
                    .filter(message -> message.isBindingSuccess() && message.isSignedWith(password))
                    .ifPresent(message -> checked.countDown());
        } else if (!RtpPacket.isRtpOrRtcp(packet, length)) {
            handshake.received(packet, length);
        } else {
            openOrKeep(packet, length);
        }
    }

    /** The engine's first packets may come before the handshake's end has reached this side. */
    private synchronized void openOrKeep(byte[] packet, int length) {
        if (in == null) {
            early.add(Arrays.copyOf(packet, length));
        } else {
            open(packet, length);
        }
    }

    private synchronized void use(SrtpKeys keys) {
        in = new SrtpReceiver(new MasterKey(keys.serverKey(), keys.serverSalt()));
        out = new SrtpSender(new MasterKey(keys.clientKey(), keys.clientSalt()));
        early.forEach(packet -> open(packet, packet.length));
    }

    private void open(byte[] packet, int length) {
        byte[] plain = new byte[2048];
        boolean isReport = RtpPacket.isRtcp(packet);
        int plainLength = isReport
                ? in.openRtcp(packet, length, plain)
                : in.openRtp(packet, length, RtpPacket.headerLength(packet, length), plain);
        if (plainLength >= 0) {
            (isReport ? reports : media).add(Arrays.copyOf(plain, plainLength));
        }
    }

    void send(RtpPacket packet) {
        byte[] sealed = Arrays.copyOf(packet.bytes(), packet.length() + SrtpSender.OVERHEAD);
        int header = packet.headerLength();
        int length = out.sealRtp(sealed, header, packet.bytes(), header, packet.payloadLength());
        if (length > 0) {
            wire.send(Arrays.copyOf(sealed, length));
        }
    }

    void send(RtcpWriter report) {
        byte[] sealed = new byte[report.length() + SrtpSender.OVERHEAD];
        int length = out.sealRtcp(report.bytes(), report.length(), sealed);
        wire.send(Arrays.copyOf(sealed, length));
    }

    void sendRaw(byte[] datagram) {
        wire.send(datagram);
    }

    /** Waits for a media packet that fits, and drops those that do not. */
    RtpPacket receives(Predicate<RtpPacket> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            byte[] bytes = media.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (bytes == null) {
                throw new AssertionError("the packet never came");
            }
            var packet = new RtpPacket(bytes);
            if (packet.look(bytes.length) && wanted.test(packet)) {
                return packet;
            }
        }
    }

    /** What has come and was not yet asked for. */
    int pending() {
        return media.size();
    }

    /** Waits for a compound RTCP packet that fits. */
    byte[] receivesReport(Predicate<byte[]> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            byte[] report = reports.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (report == null) {
                throw new AssertionError("the report never came");
            }
            if (wanted.test(report)) {
                return report;
            }
        }
    }

    void sayGoodbye() throws IOException {
        secured.sayGoodbye();
    }

    boolean hearsGoodbye() throws IOException {
        return secured.hearsGoodbye();
    }

    @Override
    public void close() {
        wire.close();
    }
}
