package io.sarangbang.rooms.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionIdTests {

    @Test
    void aRoomsSessionLeadsBackToTheRoom() {
        var room = UUID.fromString("ffffffff-ffff-7fff-bfff-0123456789ab");

        assertThat(SessionId.of(room).value()).matches("[a-zA-Z0-9_-]+");
        assertThat(SessionId.of(room).room()).contains(room);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "room_", "daily", "room_0190", "room_g1900000000070008000000000000001"})
    void otherSessionsLeadNowhere(String id) {
        assertThat(new SessionId(id).room()).isEmpty();
    }
}
