package io.sarangbang.rooms.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.rooms.Answer;
import io.sarangbang.rooms.Person;
import io.sarangbang.rooms.RoomServiceTest;
import io.sarangbang.rooms.media.OpenViduStandIn.Mood;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class ChatContract extends RoomServiceTest {

    private Person host;
    private String code;
    private Answer ticket;

    @BeforeEach
    void sitDown() {
        host = somebody("지우");
        code = host.opens("daily", 5);
        ticket = host.joins(code).is(201);
        openVidu.isUsed(ticket.session(), ticket.text("/connectionId"));
        webhooks().joined(ticket.session(), ticket);
    }

    @Test
    void aMessageIsKeptAndTold() {
        var sent = host.says(code, "c1", "안녕\\n하세요 👋").is(201);

        assertThat(sent.text("/text")).isEqualTo("안녕\n하세요 👋");
        assertThat(sent.text("/displayName")).isEqualTo("지우");
        assertThat(sent.text("/clientId")).isEqualTo("c1");
        assertThat(host.reads(code, "").body().at("/messages/0")).isEqualTo(sent.body());
        assertThat(openVidu.signals).hasSize(1);
        var told = openVidu.signals.getFirst();
        assertThat(told.type()).isEqualTo("signal:chat");
        assertThat(told.session()).isEqualTo(ticket.session());
        assertThat(told.data()).isEqualTo(sent.body());
    }

    @Test
    void theSameMessageSentAgainIsAnsweredAgainAndToldOnce() {
        var first = host.says(code, "c1", "hello").is(201);
        var again = host.says(code, "c1", "hello?").is(201);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(openVidu.signals).hasSize(1);
        assertThat(host.reads(code, "").count("/messages")).isEqualTo(1);
    }

    @Test
    void theSameMessageSentManyTimesAtOnceIsKeptOnce() throws Exception {
        Callable<Answer> send = () -> host.says(code, "c1", "hello");
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = threads.invokeAll(Collections.nCopies(8, send));
            for (var each : answers) {
                assertThat(each.get().is(201).text("/text")).isEqualTo("hello");
            }
        }

        assertThat(openVidu.signals).hasSize(1);
        assertThat(host.reads(code, "").count("/messages")).isEqualTo(1);
    }

    @Test
    void clientIdsThatDifferInCaseAreTwoMessages() {
        host.says(code, "abc", "one").is(201);
        host.says(code, "ABC", "two").is(201);

        assertThat(host.reads(code, "").count("/messages")).isEqualTo(2);
    }

    @Test
    void anotherPersonsClientIdIsAnotherMessage() {
        var guest = somebody("guest");
        guest.joins(code).is(201);

        host.says(code, "c1", "mine").is(201);
        assertThat(guest.says(code, "c1", "mine too").is(201).text("/text")).isEqualTo("mine too");
    }

    @Test
    void aMessageThatCouldNotBeToldIsKept() {
        for (var mood : List.of(Mood.FAILS, Mood.HANGS_UP, Mood.REFUSES_WITHOUT_CHALLENGE)) {
            openVidu.isInA(mood);
            host.says(code, mood.name(), "hello").is(201);
        }

        assertThat(host.reads(code, "").count("/messages")).isEqualTo(3);
    }

    @Test
    void aMessageToAnEmptySessionIsNoFailure() {
        openVidu.loses(ticket.session());

        host.says(code, "c1", "anybody?").is(201);
    }

    @Test
    void historyIsReadBackwardsPageByPageOldestFirst() {
        var ids = IntStream.range(0, 7)
                .mapToObj(it -> host.says(code, "c" + it, "m" + it).is(201).text("/id"))
                .toList();

        var last = host.reads(code, "?limit=3").is(200);
        assertThat(last.text("/messages/0/text")).isEqualTo("m4");
        assertThat(last.text("/messages/2/text")).isEqualTo("m6");
        assertThat(last.body().path("more").asBoolean()).isTrue();

        var before = host.reads(code, "?limit=4&before=" + ids.get(4)).is(200);
        assertThat(before.text("/messages/0/text")).isEqualTo("m0");
        assertThat(before.count("/messages")).isEqualTo(4);
        assertThat(before.body().path("more").asBoolean()).isFalse();
        assertThat(host.reads(code, "?before=" + ids.get(0)).count("/messages")).isZero();
    }

    @Test
    void onlyWhoHasASeatWrites() {
        somebody("stranger").says(code, "c1", "hi").isProblem(403, "not-in-room");
        host.leaves(code, ticket.text("/seatId")).is(204);
        host.says(code, "c1", "still here?").isProblem(403, "not-in-room");
    }

    @Test
    void theOwnerAndWhoHasOrHadASeatRead() {
        var guest = somebody("guest");
        guest.reads(code, "").isProblem(403, "not-in-room");
        var seat = guest.joins(code).is(201);
        guest.reads(code, "").is(200);
        webhooks().joined(seat.session(), seat);
        guest.leaves(code, seat.text("/seatId")).is(204);
        guest.reads(code, "").is(200);

        host.leaves(code, ticket.text("/seatId")).is(204);
        host.reads(code, "").is(200);
    }

    @Test
    void twoThousandCharactersFitWhateverTheyAre() {
        var text = "👋".repeat(2000);

        assertThat(host.says(code, "c1", text).is(201).text("/text")).isEqualTo(text);
    }

    @Test
    void textIsKeptInOneForm() {
        assertThat(host.says(code, "c1", "\\u1112\\u1161\\u11ab\\r\\nb").is(201).text("/text"))
                .isEqualTo("한\nb");
    }
}
