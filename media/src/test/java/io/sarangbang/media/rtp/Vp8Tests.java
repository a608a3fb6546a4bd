package io.sarangbang.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Vp8Tests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "10 50 9d 01 2a, true, the shortest descriptor",
                "90 80 12 50 9d, true, a short picture id",
                "90 80 92 34 50, true, a long picture id",
                "90 e0 92 34 05 20 50, true, picture id and layers",
                "90 f0 92 34 05 20 50, true, everything",
                "90 00 50, true, an extension that announces nothing",
                "30 50 9d, true, a frame nothing refers to",
                "10 51 9d, false, a frame that builds on another",
                "00 50 9d, false, not the start of a partition",
                "11 50 9d, false, another partition",
                "90 80 92, false, ends in the picture id",
                "90, false, ends in the descriptor",
                "10, false, no frame at all"
            })
    void aKeyFrameIsRecognisedByItsFirstPacket(String payload, boolean expected, String because) {
        byte[] bytes = HexFormat.of().parseHex(payload.replace(" ", ""));
        assertThat(Vp8.startsKeyFrame(bytes, 0, bytes.length)).as(because).isEqualTo(expected);
    }
}
