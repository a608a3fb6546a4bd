package io.sarangbang.media.rtc;

import io.sarangbang.media.rtp.RtpPacket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Makes the packets a camera and a microphone would. */
final class Camera {

    private static final String KEY_FRAME = "10509d012a";
    private static final String DELTA_FRAME = "10519d012a";

    private final int ssrc;
    private final int payloadType;
    private final int clockStep;
    private int sequence;
    private int timestamp;

    private Camera(int ssrc, int payloadType, int clockStep, int firstSequence) {
        this.ssrc = ssrc;
        this.payloadType = payloadType;
        this.clockStep = clockStep;
        this.sequence = firstSequence;
        this.timestamp = firstSequence * 1000;
    }

    static Camera video(int ssrc, int firstSequence) {
        return new Camera(ssrc, Browser.VIDEO, 4500, firstSequence);
    }

    static Camera audio(int ssrc, int firstSequence) {
        return new Camera(ssrc, Browser.AUDIO, 960, firstSequence);
    }

    int ssrc() {
        return ssrc;
    }

    int timestamp() {
        return timestamp;
    }

    RtpPacket keyFrame(String content) {
        return packet(KEY_FRAME, content, "");
    }

    RtpPacket frame(String content) {
        return packet(DELTA_FRAME, content, "");
    }

    /** A packet with an extension header. */
    RtpPacket sound(String content, String extension) {
        return packet("", content, extension);
    }

    /** Uses up a number without making its packet. */
    void skip(int packets) {
        sequence += packets;
    }

    private RtpPacket packet(String start, String content, String extension) {
        byte[] extensionBytes = HexFormat.of().parseHex(extension);
        var bytes = ByteBuffer.allocate(1200);
        bytes.put((byte) (extension.isEmpty() ? 0x80 : 0x90)).put((byte) payloadType);
        bytes.putChar((char) sequence++).putInt(timestamp += clockStep).putInt(ssrc);
        bytes.put(extensionBytes).put(HexFormat.of().parseHex(start));
        bytes.put(content.getBytes(StandardCharsets.UTF_8));
        var packet = new RtpPacket(Arrays.copyOf(bytes.array(), bytes.position()));
        packet.look(bytes.position());
        return packet;
    }

    /** Whether a packet that arrived ends with this content. */
    static boolean shows(RtpPacket packet, String content) {
        return new String(packet.bytes(), 0, packet.length(), StandardCharsets.UTF_8).endsWith(content);
    }
}
