package io.sarangbang.media.rtc;

import io.sarangbang.media.dtls.DtlsConnection;
import io.sarangbang.media.dtls.DtlsListener;
import io.sarangbang.media.dtls.SrtpKeys;
import io.sarangbang.media.ice.IceCredentials;
import io.sarangbang.media.net.Path;
import io.sarangbang.media.net.PathReceiver;
import io.sarangbang.media.rtcp.RtcpReader;
import io.sarangbang.media.rtcp.RtcpWriter;
import io.sarangbang.media.rtp.RtpPacket;
import io.sarangbang.media.sdp.SdpOffer;
import io.sarangbang.media.srtp.MasterKey;
import io.sarangbang.media.srtp.SrtpReceiver;
import io.sarangbang.media.srtp.SrtpSender;
import io.sarangbang.media.stun.IntegrityKey;
import io.sarangbang.media.stun.StunAttribute;
import io.sarangbang.media.stun.StunBuilder;
import io.sarangbang.media.stun.StunMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One browser connection: the ways to it, its keys, and what it carries. Lives on the loop's thread. */
final class Peer implements PathReceiver, DtlsListener {

    private static final int MAX_PATHS = 16;
    private static final int ROLE_CONFLICT = 487;

    /** Browsers give up sooner, and come back with another offer. */
    private static final long CONNECT_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Network network;
    private final IceCredentials credentials = IceCredentials.random();
    private final IntegrityKey integrity = new IntegrityKey(credentials.password());
    private final String username;
    private final PeerMedia media;
    private final StateTeller states;
    private final DtlsConnection dtls;
    private final Deque<Path> paths = new ArrayDeque<>();
    private @Nullable Path selected;
    private boolean nominated;
    private @Nullable SrtpReceiver srtpIn;
    private @Nullable SrtpSender srtpOut;
    private final long invitedAt = System.nanoTime();
    private boolean closed;

    Peer(Network network, SdpOffer offer, PeerMedia media, StateTeller states) {
        this.network = network;
        this.username = credentials.ufrag() + ":" + offer.ufrag();
        this.media = media;
        this.states = states;
        this.dtls = network.dtls().accept(offer.fingerprint(), this::sendDtls, this);
    }

    IceCredentials credentials() {
        return credentials;
    }

    DtlsConnection dtls() {
        return dtls;
    }

    boolean isConnected() {
        return srtpOut != null && !closed;
    }

    // ---- ICE

    /** A binding request that names this peer: believed only when signed with our password. */
    void checked(Path path, StunMessage request) {
        if (!request.username().orElse("").equals(username) || !request.isSignedWith(integrity)) {
            network.traffic().countDropped();
            return;
        }
        if (request.has(StunAttribute.ICE_CONTROLLED)) {
            reply(path, StunBuilder.error(request, ROLE_CONFLICT, "Role Conflict"));
            return;
        }
        learn(path);
        if (request.has(StunAttribute.USE_CANDIDATE)) {
            nominated = true;
            selected = path;
        } else if (!nominated && selected == null) {
            selected = path;
        }
        states.heard(System.nanoTime());
        reply(path, StunBuilder.success(request, path.remote()));
    }

    private void reply(Path path, StunBuilder answer) {
        byte[] bytes = answer.signedWith(integrity).fingerprint().build();
        path.send(bytes, bytes.length);
    }

    /** The latest signed check decides whose a path is: a NAT may give one browser's port to the next. */
    private void learn(Path path) {
        path.bind(this);
        if (paths.contains(path)) {
            return;
        }
        paths.add(path);
        if (paths.size() > MAX_PATHS) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        var oldest = paths.removeFirst();
        if (oldest == selected) {
            paths.add(oldest);
            oldest = paths.removeFirst();
        }
        oldest.unbind(this);
    }

    // ---- what arrives

    @Override
    public void received(Path path, byte[] packet, int length) {
        if (RtpPacket.isRtpOrRtcp(packet, length)) {
            receivedMedia(packet, length);
        } else if (StunMessage.isStun(packet, length)) {
            network.peers().received(path, packet, length);
        } else if (length > 0 && packet[0] >= 20 && packet[0] <= 63) {
            dtls.received(packet, length);
        } else {
            network.traffic().countDropped();
        }
    }

    private void receivedMedia(byte[] packet, int length) {
        if (srtpIn == null) {
            network.traffic().countDropped();
        } else if (RtpPacket.isRtcp(packet)) {
            receivedRtcp(srtpIn, packet, length);
        } else {
            receivedRtp(srtpIn, packet, length);
        }
    }

    private void receivedRtp(SrtpReceiver opener, byte[] packet, int length) {
        int headerLength = RtpPacket.headerLength(packet, length);
        var plain = network.incoming();
        int plainLength = headerLength < 0 ? -1 : opener.openRtp(packet, length, headerLength, plain.bytes());
        if (plainLength >= 0 && plain.look(plainLength)) {
            media.received(plain, System.nanoTime());
        } else {
            network.traffic().countDropped();
        }
    }

    private void receivedRtcp(SrtpReceiver opener, byte[] packet, int length) {
        byte[] plain = network.incoming().bytes();
        int plainLength = opener.openRtcp(packet, length, plain);
        if (plainLength < 0) {
            network.traffic().countDropped();
            return;
        }
        var reports = new RtcpReader(plain, plainLength);
        while (reports.next()) {
            media.received(reports, System.nanoTime());
        }
    }

    // ---- what is sent

    /** Sends the packet whose header lies at the start of {@code out} and whose payload lies elsewhere. */
    boolean sendRtp(byte[] out, int headerLength, byte[] payload, int from, int count) {
        if (srtpOut == null || selected == null || closed) {
            return false;
        }
        int length = srtpOut.sealRtp(out, headerLength, payload, from, count);
        if (length > 0) {
            selected.send(out, length);
        }
        return length > 0;
    }

    void sendRtcp(RtcpWriter reports) {
        if (srtpOut != null && selected != null && !closed && reports.length() > 0) {
            int length = srtpOut.sealRtcp(reports.bytes(), reports.length(), network.scratch());
            selected.send(network.scratch(), length);
        }
    }

    /** Called on the connection's own thread. */
    private void sendDtls(byte[] packet) {
        network.loop().execute(() -> {
            if (selected != null) {
                selected.send(packet, packet.length);
            }
        });
    }

    // ---- its life

    /** Called on the connection's own thread; we are the handshake's server. */
    @Override
    public void secured(SrtpKeys keys) {
        var in = new SrtpReceiver(new MasterKey(keys.clientKey(), keys.clientSalt()));
        var out = new SrtpSender(new MasterKey(keys.serverKey(), keys.serverSalt()));
        network.loop().execute(() -> {
            srtpIn = in;
            srtpOut = out;
            if (!closed) {
                media.connected(System.nanoTime());
                states.tell(MediaState.CONNECTED);
            }
        });
    }

    @Override
    public void ended(String reason) {
        network.loop().execute(() -> close(MediaState.CLOSED));
    }

    void tick(long nowNanos) {
        if (srtpOut == null && nowNanos - invitedAt > CONNECT_NANOS) {
            close(MediaState.CLOSED);
        } else {
            states.tick(nowNanos);
        }
    }

    /** Ends the connection; a replaced one goes without a word to signalling, so {@code lastWord} may be null. */
    void close(@Nullable MediaState lastWord) {
        if (closed) {
            return;
        }
        closed = true;
        network.peers().remove(this);
        dtls.close();
        paths.forEach(path -> path.unbind(this));
        media.disconnected();
        if (lastWord != null) {
            states.tell(lastWord);
        }
    }
}
