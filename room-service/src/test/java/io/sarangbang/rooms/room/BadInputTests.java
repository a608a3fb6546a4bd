package io.sarangbang.rooms.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.rooms.RoomServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

class BadInputTests extends RoomServiceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                       | /title",
                "{\"title\":null}                         | /title",
                "{\"title\":\"\"}                         | /title",
                "{\"title\":\" \\u3164 \"}                | /title",
                "{\"title\":\"a\\nb\"}                    | /title",
                "{\"title\":\"a\\u0000b\"}                | /title",
                "{\"title\":\"a\\u202eb\"}                | /title",
                "{\"title\":\"\\ud83d\"}                  | /title",
                "{\"title\":\"ok\",\"capacity\":1}        | /capacity",
                "{\"title\":\"ok\",\"capacity\":31}       | /capacity",
                "{\"title\":\"ok\",\"capacity\":-2147483648} | /capacity"
            })
    void aRoomOutOfBoundsIsNamedByItsMember(String body, String pointer) {
        var answer = somebody("host").post("/api/rooms", body).isProblem(400, "validation-failed");

        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"title\"",
                "{",
                "{\"title\":{}}",
                "{\"title\":[\"a\"]}",
                "{\"title\":5}",
                "{\"title\":true}",
                "{\"title\":\"ok\",\"capacity\":\"5\"}",
                "{\"title\":\"ok\",\"capacity\":2.5}",
                "{\"title\":\"ok\",\"capacity\":99999999999}",
                "{\"title\":\"ok\",\"capacity\":true}"
            })
    void whatIsNoRoomIsRefused(String body) {
        var host = somebody("host");
        var path = "/api/rooms/" + host.opens("daily", 5);

        host.post("/api/rooms", body).isProblem(400, "malformed-request");
        host.patch(path, body).isProblem(400, "malformed-request");
        assertThat(host.get(path).text("/title")).isEqualTo("daily");
    }

    @Test
    void aTitleOfEightyOneCharactersIsTooLong() {
        somebody("host")
                .post("/api/rooms", "{\"title\":\"" + "a".repeat(81) + "\"}")
                .isProblem(400, "validation-failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101"})
    void aPageOutOfBoundsIsRefused(String limit) {
        var host = somebody("host");
        var code = host.opens("daily", 5);

        host.get("/api/rooms?limit=" + limit).isProblem(400, "validation-failed");
        host.reads(code, "?limit=" + limit).isProblem(400, "validation-failed");
    }

    @Test
    void aPageThatIsNoNumberIsRefused() {
        var host = somebody("host");
        var code = host.opens("daily", 5);

        host.get("/api/rooms?limit=many").isProblem(400, "malformed-request");
        host.reads(code, "?before=first").isProblem(400, "malformed-request");
        host.get("/api/rooms?before=zzz-zzzz-zzz").isProblem(400, "validation-failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaa-aaaa-aaa", "x", "kfm-wqtz-hbp-x", "..%2f..", "%00", "' or 1=1", "방-방방방방-방방방"})
    void aCodeThatNoRoomHasIsNotFound(String code) {
        var host = somebody("host");

        assertThat(host.get("/api/rooms/" + code).status()).isIn(400, 404);
        assertThat(host.joins(code).status()).isIn(400, 404);
    }

    @Test
    void otherMethodsAndKindsAreRefusedAsProblems() {
        var host = somebody("host");

        host.send(HttpMethod.PUT, "/api/rooms", "{}").isProblem(405, "method-not-allowed");
        host.get("/api/rooms/bbb-bbbb-bbb/nothing").isProblem(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"clientId\":\"c\"}                         | /text",
                "{\"clientId\":\"c\",\"text\":\"\"}           | /text",
                "{\"clientId\":\"c\",\"text\":\" \\n \"}      | /text",
                "{\"clientId\":\"c\",\"text\":\"a\\u0007b\"}  | /text",
                "{\"clientId\":\"c\",\"text\":\"a\\tb\"}      | /text",
                "{\"clientId\":\"c\",\"text\":\"\\udc00\"}    | /text",
                "{\"text\":\"hi\"}                            | /clientId",
                "{\"text\":\"hi\",\"clientId\":\"\"}          | /clientId",
                "{\"text\":\"hi\",\"clientId\":\"a\\nb\"}     | /clientId"
            })
    void aMessageOutOfBoundsIsNamedByItsMember(String body, String pointer) {
        var host = somebody("host");
        var code = host.opens("daily", 5);
        host.joins(code).is(201);

        var answer = host.post("/api/rooms/" + code + "/messages", body).isProblem(400, "validation-failed");

        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void aMessageThatIsTooLongIsRefused() {
        var host = somebody("host");
        var code = host.opens("daily", 5);
        host.joins(code).is(201);

        host.says(code, "c1", "가".repeat(2001)).isProblem(400, "validation-failed");
        host.says(code, "c".repeat(65), "hi").isProblem(400, "validation-failed");
    }

    @Test
    void aBodyOfManyMegabytesIsNotRead() {
        var host = somebody("host");

        host.post("/api/rooms", "{\"title\":\"" + "a".repeat(200_000) + "\"}").isProblem(413, "payload-too-large");
    }
}
