package io.sarangbang.media.session;

import io.sarangbang.media.rtc.MediaState;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Remembers the last word of the media engine about one peer; written on engine threads, so it never takes a lock. */
final class MediaWatch implements Consumer<MediaState> {

    private volatile @Nullable MediaState state;

    @Override
    public void accept(MediaState now) {
        state = now;
    }

    /** Another connection takes over; what became of the one before says nothing any more. */
    void startAgain() {
        state = null;
    }

    boolean lost() {
        return state == MediaState.SILENT || state == MediaState.CLOSED;
    }
}
