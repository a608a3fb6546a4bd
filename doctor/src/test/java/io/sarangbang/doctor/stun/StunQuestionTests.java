package io.sarangbang.doctor.stun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StunQuestionTests {

    private final InetSocketAddress peer = new InetSocketAddress("192.0.2.1", 32853);

    @Test
    void isReadAsItWasWritten() {
        var written = new StunQuestion(StunType.ALLOCATE)
                .text(StunType.USERNAME, "1700000000:eve")
                .address(StunType.XOR_PEER_ADDRESS, peer);

        var read = StunMessage.read(written.toBytes()).orElseThrow();

        assertThat(read.type()).isEqualTo(StunType.ALLOCATE);
        assertThat(read.text(StunType.USERNAME)).contains("1700000000:eve");
        assertThat(read.address(StunType.XOR_PEER_ADDRESS)).contains(peer);
    }

    /** The example of RFC 5769, section 2.4: user, realm and password, and the signature that follows from them. */
    @Test
    void isSignedAsTheStandardShows() {
        var key = StunKey.longTerm("マトリックス", "example.org", "TheMatrIX");
        var message = bytes("""
                000100602112a44278ad3433c6ad72c029da412e00060012e3839ee38388e383aae38383e382afe382b900000015001c66\
                2f2f3439396b39353464364f4c33346f4c394653547679363473410014000b6578616d706c652e6f726700""");

        assertThat(key.sign(message, message.length)).isEqualTo(bytes("f67024656dd64a3e02b8e0712e85c9a28ca89666"));
    }

    @Test
    void isAnsweredByNobodyElsesAnswer() {
        var question = new StunQuestion(StunType.BINDING);
        var other = StunMessage.read(new StunQuestion(StunType.successOf(StunType.BINDING)).toBytes());

        assertThat(question.isAnsweredBy(other.orElseThrow())).isFalse();
        assertThat(question.isAnsweredBy(answerTo(question))).isTrue();
    }

    @Test
    void isAskedAgainWhereDatagramsGetLost() throws IOException {
        var question = new StunQuestion(StunType.BINDING);
        var link = new Lossy(2, answerTo(question.toBytes()));

        assertThat(new StunExchange(link, Duration.ofSeconds(5)).ask(question)).isPresent();
        assertThat(link.sent).isEqualTo(3);
    }

    @Test
    void ofNonsenseNothingIsRead() {
        assertThat(StunMessage.read(new byte[0])).isEmpty();
        assertThat(StunMessage.read(new byte[20])).isEmpty();
        assertThat(StunMessage.read(bytes("000100082112a442000000000000000000000000000600ff00000000")))
                .isEmpty();
    }

    private static StunMessage answerTo(StunQuestion question) {
        return StunMessage.read(answerTo(question.toBytes())).orElseThrow();
    }

    private static byte[] answerTo(byte[] question) {
        var answer = question.clone();
        answer[0] |= 0x01; // a success
        return answer;
    }

    private static byte[] bytes(String hex) {
        return java.util.HexFormat.of().parseHex(hex.strip());
    }

    /** Loses the first few of what is sent. */
    private static final class Lossy implements StunLink {

        private final int lost;
        private final ArrayDeque<byte[]> answers = new ArrayDeque<>();
        private final byte[] answer;
        private int sent;

        Lossy(int lost, byte[] answer) {
            this.lost = lost;
            this.answer = answer;
        }

        @Override
        public void send(byte[] message) {
            if (++sent > lost) {
                answers.add(answer);
            }
        }

        @Override
        public Optional<byte[]> receive(Duration patience) {
            return Optional.ofNullable(answers.poll());
        }

        @Override
        public Duration repeatAfter() {
            return Duration.ofMillis(1);
        }

        @Override
        public void close() {}
    }
}
