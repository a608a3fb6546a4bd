package io.sarangbang.doctor.tls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTests {

    private static final Authority AUTHORITY = Authority.root("names");

    @ParameterizedTest
    @CsvSource({
        "rooms.example.kr, rooms.example.kr, true",
        "rooms.example.kr, ROOMS.example.kr, true",
        "rooms.example.kr, turn.rooms.example.kr, false",
        "*.example.kr, rooms.example.kr, true",
        "*.example.kr, a.rooms.example.kr, false",
        "*.example.kr, example.kr, false",
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.8, false"
    })
    void aStarStandsForOneLabel(String named, String asked, boolean covered) {
        var leaf = AUTHORITY.site(named).chain().getFirst();

        assertThat(Names.cover(leaf, asked)).isEqualTo(covered);
    }
}
