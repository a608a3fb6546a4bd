package io.sarangbang.media.rtc;

import io.sarangbang.media.ice.Candidate;
import io.sarangbang.media.rtc.SelfCheck.Finding;
import io.sarangbang.media.srtp.MasterKey;
import io.sarangbang.media.srtp.SrtpReceiver;
import io.sarangbang.media.srtp.SrtpSender;
import io.sarangbang.media.stun.StunBuilder;
import io.sarangbang.media.stun.StunMessage;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The engine's look at itself: does it have a certificate, can it shake hands, is it reached on its own addresses? */
final class Examination {

    private static final int ANSWER_MILLIS = 500;
    private static final int WARM_UP_PACKETS = 3000;
    private static final int HEADER = 12;
    private static final int PAYLOAD = 1000;

    private final Network network;
    private @Nullable Finding handshake;

    Examination(Network network) {
        this.network = network;
    }

    synchronized SelfCheck run() {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                new Finding("certificate", true, "SHA-256 " + network.dtls().fingerprint()));
        if (handshake == null || !handshake.passed()) {
            handshake = handshake();
        }
        findings.add(handshake);
        findings.add(addresses());
        network.port().addresses().forEach(address -> findings.add(answer(address)));
        return new SelfCheck(findings);
    }

    private Finding handshake() {
        try {
            var took = network.dtls().rehearse();
            var packets = warmCiphers();
            return new Finding(
                    "handshake",
                    packets == WARM_UP_PACKETS,
                    "DTLS 1.2 with myself took %d ms; %d of %d packets came back"
                            .formatted(took.toMillis(), packets, WARM_UP_PACKETS));
        } catch (IOException failed) {
            return new Finding("handshake", false, "DTLS with myself failed: " + failed.getMessage());
        }
    }

    /** Encrypts and decrypts enough packets for the compiler to take notice. */
    private static int warmCiphers() {
        byte[] key = new byte[MasterKey.KEY_LENGTH];
        byte[] salt = new byte[MasterKey.SALT_LENGTH];
        var sender = new SrtpSender(new MasterKey(key, salt));
        var receiver = new SrtpReceiver(new MasterKey(key, salt));
        byte[] plain = new byte[HEADER + PAYLOAD];
        byte[] sealed = new byte[HEADER + PAYLOAD + SrtpSender.OVERHEAD];
        int returned = 0;
        for (int i = 0; i < WARM_UP_PACKETS; i++) {
            ByteBuffer.wrap(sealed).putChar(0, (char) 0x8060).putChar(2, (char) i);
            int length = sender.sealRtp(sealed, HEADER, plain, HEADER, PAYLOAD);
            returned += receiver.openRtp(sealed, length, HEADER, plain) == plain.length ? 1 : 0;
        }
        return returned;
    }

    private Finding addresses() {
        var offered = network.offered();
        var text = offered.stream().map(Candidate::text).collect(Collectors.joining(", "));
        boolean onlyHere = offered.stream().allMatch(InetAddress::isLoopbackAddress);
        var note = onlyHere ? ": only browsers on this machine can connect" : "";
        return new Finding(
                "addresses", true, "port %d on %s%s".formatted(network.port().port(), text, note));
    }

    /** Asks our own port as a browser's first packet would. */
    private Finding answer(InetAddress address) {
        var name = "stun " + Candidate.text(address);
        try (var socket = new DatagramSocket()) {
            socket.setSoTimeout(ANSWER_MILLIS);
            byte[] id = new byte[12];
            ThreadLocalRandom.current().nextBytes(id);
            byte[] request = StunBuilder.request(id).fingerprint().build();
            var target = new InetSocketAddress(address, network.port().port());
            socket.send(new DatagramPacket(request, request.length, target));
            var reply = new DatagramPacket(new byte[1500], 1500);
            socket.receive(reply);
            return StunMessage.read(reply.getData(), reply.getLength())
                    .filter(StunMessage::isBindingSuccess)
                    .map(answer -> new Finding(name, true, "answered"))
                    .orElseGet(() -> new Finding(name, false, "answered with something that is not STUN"));
        } catch (IOException unanswered) {
            return new Finding(name, false, "no answer: " + unanswered.getMessage());
        }
    }
}
