package io.sarangbang.media.rtc;

import io.sarangbang.media.dtls.DtlsConnection;
import io.sarangbang.media.net.Path;
import io.sarangbang.media.net.PathReceiver;
import io.sarangbang.media.net.Traffic;
import io.sarangbang.media.stun.StunAttribute;
import io.sarangbang.media.stun.StunBuilder;
import io.sarangbang.media.stun.StunMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is invited, by the user name we gave them; receives what strangers send. Lives on the loop's thread, except that
 * a peer is added by whoever answers its offer: its first check may overtake any task.
 */
final class Peers implements PathReceiver {

    private final Map<String, Peer> byUfrag = new ConcurrentHashMap<>();
    private final Traffic traffic;

    Peers(Traffic traffic) {
        this.traffic = traffic;
    }

    void add(Peer peer) {
        byUfrag.put(peer.credentials().ufrag(), peer);
    }

    void remove(Peer peer) {
        byUfrag.remove(peer.credentials().ufrag());
    }

    int count() {
        return byUfrag.size();
    }

    void tick(long nowNanos) {
        byUfrag.values().forEach(peer -> peer.tick(nowNanos));
    }

    /** Closes everybody's connection and returns those who now say goodbye. */
    List<DtlsConnection> closeAll() {
        var all = List.copyOf(byUfrag.values());
        all.forEach(peer -> peer.close(MediaState.CLOSED));
        return all.stream().map(Peer::dtls).toList();
    }

    /**
     * Only binding requests are heard from strangers: signed ones from invited browsers, and plain ones as any STUN
     * server.
     */
    @Override
    public void received(Path path, byte[] packet, int length) {
        StunMessage.read(packet, length)
                .filter(StunMessage::isBindingRequest)
                .ifPresentOrElse(request -> asked(path, request), traffic::countDropped);
    }

    private void asked(Path path, StunMessage request) {
        if (!request.has(StunAttribute.USERNAME)) {
            byte[] answer =
                    StunBuilder.success(request, path.remote()).fingerprint().build();
            path.send(answer, answer.length);
            return;
        }
        var ufrag = request.username().orElse("").split(":", 2)[0];
        var peer = byUfrag.get(ufrag);
        if (peer == null) {
            traffic.countDropped();
        } else {
            peer.checked(path, request);
        }
    }
}
