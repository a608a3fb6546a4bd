package io.sarangbang.media.net;

import java.io.IOException;
import java.nio.channels.SelectionKey;

/** Something the loop waits on. */
interface Channel {

    /** Handles what the key is ready for; an exception ends this channel and nothing else. */
    void ready(SelectionKey key) throws IOException;

    void close();

    /** Called now and then, for what must not last for ever. */
    default void expire(long nowNanos) {}
}
