package io.sarangbang.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class PacketCacheTests {

    private final PacketCache cache = new PacketCache();

    private void store(int sequence, int length) {
        var packet = new RtpPacket(ByteBuffer.allocate(length)
                .putChar(0, (char) 0x8060)
                .putChar(2, (char) sequence)
                .putInt(4, sequence)
                .array());
        packet.look(length);
        cache.store(packet);
    }

    @Test
    void aStoredPacketIsFoundWhole() {
        store(7, 100);
        var found = cache.find(7);
        assertThat(found).isNotNull();
        assertThat(found.length()).isEqualTo(100);
        assertThat(found.timestamp()).isEqualTo(7);
    }

    @Test
    void aPacketThatNeverCameIsNotFound() {
        store(7, 100);
        assertThat(cache.find(8)).isNull();
        assertThat(cache.find(7 + PacketCache.SIZE)).isNull();
    }

    @Test
    void onlyTheLastOnesAreKeptAcrossTheWrap() {
        for (int i = 65_000; i < 66_000; i++) {
            store(i & 0xFFFF, 60 + i % 40);
        }
        assertThat(cache.find(463)).isNotNull();
        assertThat(cache.find(65_488)).isNotNull();
        assertThat(cache.find(65_487)).isNull();
    }
}
