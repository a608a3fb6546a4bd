package io.sarangbang.rooms.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.rooms.Person;
import io.sarangbang.rooms.RoomServiceTest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/**
 * Somebody with many rooms who wrote many messages; {@code -Drooms=200 -Dmessages=100000} is as many as may be. The patience is so
 * short that no machine finishes within it.
 */
@TestPropertySource(properties = {"sarangbang.farewell.patience=1ms", "sarangbang.rooms.per-owner=1000"})
abstract class BigFarewellContract extends RoomServiceTest {

    private static final int ROOMS = Integer.getInteger("rooms", 40);
    private static final int MESSAGES = Integer.getInteger("messages", 10_000);
    private static final int AT_ONCE = 500;
    private static final Timestamp NOW = Timestamp.from(Instant.now());
    private static final String INSERT =
            "insert into message (id, room_id, account_id, client_id, display_name, text, sent_at) values ";

    @Autowired
    private JdbcTemplate database;

    private Person leaver;

    @BeforeEach
    void somebodyWithALot() {
        leaver = somebody("leaver");
        var friends = id(somebody("friend").opens("friend's", 5));
        for (int i = 0; i < ROOMS; i++) {
            leaver.opens("room " + i, 5);
        }
        var rooms = new ArrayList<>(
                database.queryForList("select id from room where owner_id = ?", byte[].class, bytes(leaver.account())));
        rooms.add(friends);
        write(rooms);
    }

    @Test
    void isToldAllOfItAndThenForgotten() {
        isToldAll();
        isForgottenStepByStepWhileTheCallerWaitsNoLongerThanAgreed();
    }

    private void isToldAll() {
        var all = userService().exports(leaver.account()).is(200);

        assertThat(all.count("/rooms")).isEqualTo(ROOMS);
        var messages = all.body()
                .at("/messages")
                .valueStream()
                .map(it -> it.get("clientId").asString())
                .toList();
        assertThat(messages).hasSize(MESSAGES).startsWith("0", "1", "2").endsWith(String.valueOf(MESSAGES - 1));
    }

    private void isForgottenStepByStepWhileTheCallerWaitsNoLongerThanAgreed() {
        var began = Instant.now();
        var slowest = Duration.ZERO;
        int calls = 0;
        for (int status = 503; status == 503; calls++) {
            var asked = Instant.now();
            var answer = userService().forgets(leaver.account());
            status = answer.status();
            if (status == 503) {
                assertThat(answer.text("/cause")).isEqualTo("room-service");
            }
            var took = Duration.between(asked, Instant.now());
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
            assertThat(calls).isLessThan(2_000);
        }

        System.out.println(MESSAGES + " messages and " + ROOMS + " rooms forgotten in "
                + Duration.between(began, Instant.now()).toMillis() + " ms, " + calls + " calls, the slowest took "
                + slowest.toMillis() + " ms");
        assertThat(calls).isGreaterThan(1);
        assertThat(slowest).isLessThan(Duration.ofSeconds(10));
        assertThat(left("message where account_id")).isZero();
        assertThat(left("room where owner_id")).isZero();
    }

    private void write(List<byte[]> rooms) {
        for (int from = 0; from < MESSAGES; from += AT_ONCE) {
            var values = new ArrayList<>();
            for (int i = from; i < from + AT_ONCE; i++) {
                values.addAll(row(i, rooms.get(i % rooms.size())));
            }
            database.update(
                    INSERT + String.join(",", Collections.nCopies(AT_ONCE, "(?,?,?,?,?,?,?)")), values.toArray());
        }
    }

    private List<Object> row(int number, byte[] room) {
        var id = bytes(new UUID(0x019a_0000_0000_7000L + ((long) number << 16), number));
        var clientId = String.valueOf(number).getBytes(StandardCharsets.US_ASCII);
        return List.of(id, room, bytes(leaver.account()), clientId, "leaver", "a word or two", NOW);
    }

    private long left(String where) {
        return database.queryForObject("select count(*) from " + where + " = ?", Long.class, bytes(leaver.account()));
    }

    private byte[] id(String code) {
        return database.queryForObject("select id from room where code = ?", byte[].class, code);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
