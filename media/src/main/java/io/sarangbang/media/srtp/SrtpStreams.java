package io.sarangbang.media.srtp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The counters of each SSRC of one direction; few, so a list is faster than a map and allocates nothing. */
final class SrtpStreams {

    private static final int LIMIT = 16;

    private final List<Stream> streams = new ArrayList<>(4);

    static final class Stream {
        final int ssrc;
        final PacketIndex index = new PacketIndex();
        final ReplayWindow packets = new ReplayWindow();
        final ReplayWindow reports = new ReplayWindow();
        int reportsSent;

        Stream(int ssrc) {
            this.ssrc = ssrc;
        }
    }

    /** The stream's counters, made on the fly but only kept by {@link #keep}: forged packets must not fill the list. */
    Stream of(int ssrc) {
        var known = find(ssrc);
        return known == null ? new Stream(ssrc) : known;
    }

    private @Nullable Stream find(int ssrc) {
        for (int i = 0; i < streams.size(); i++) {
            if (streams.get(i).ssrc == ssrc) {
                return streams.get(i);
            }
        }
        return null;
    }

    void keep(Stream stream) {
        if (find(stream.ssrc) == null) {
            if (streams.size() == LIMIT) {
                streams.removeFirst();
            }
            streams.add(stream);
        }
    }
}
