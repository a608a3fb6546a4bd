package io.sarangbang.doctor.turn;

import io.sarangbang.doctor.stun.StunExchange;
import io.sarangbang.doctor.stun.StunKey;
import io.sarangbang.doctor.stun.StunLink;
import io.sarangbang.doctor.stun.StunMessage;
import io.sarangbang.doctor.stun.StunQuestion;
import io.sarangbang.doctor.stun.StunType;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/** A relay of our own on a TURN server, given back when closed. */
final class Allocation implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int OVER_UDP = 17 << 24;

    private final StunExchange exchange;
    private final Credentials credentials;
    private final InetSocketAddress relayed;

    private Allocation(StunExchange exchange, Credentials credentials, InetSocketAddress relayed) {
        this.exchange = exchange;
        this.credentials = credentials;
        this.relayed = relayed;
    }

    /** What every request is signed with, once the server has told its realm and a nonce. */
    private record Credentials(String username, String realm, String nonce, StunKey key) {

        static Credentials answering(StunMessage challenge, String username, String password) throws IOException {
            var realm =
                    challenge.text(StunType.REALM).orElseThrow(() -> new IOException("a challenge without a realm"));
            var nonce =
                    challenge.text(StunType.NONCE).orElseThrow(() -> new IOException("a challenge without a nonce"));
            return new Credentials(username, realm, nonce, StunKey.longTerm(username, realm, password));
        }

        StunQuestion sign(StunQuestion request) {
            return request.text(StunType.USERNAME, username)
                    .text(StunType.REALM, realm)
                    .text(StunType.NONCE, nonce)
                    .signedWith(key);
        }
    }

    /** The server said no. */
    static final class Refusal extends IOException {

        private final int code;

        Refusal(int code) {
            super("refused with " + code);
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    /** Asks twice, as the protocol wants it: the first answer tells what to sign with. */
    static Allocation on(StunLink link, String username, String password) throws IOException {
        var exchange = new StunExchange(link, PATIENCE);
        var challenge = answer(exchange, wanted());
        if (challenge.errorCode() != 401) {
            throw new Refusal(challenge.errorCode());
        }
        var credentials = Credentials.answering(challenge, username, password);
        var given = granted(answer(exchange, credentials.sign(wanted())));
        var relayed = given.address(StunType.XOR_RELAYED_ADDRESS)
                .orElseThrow(() -> new IOException("an allocation without an address"));
        return new Allocation(exchange, credentials, relayed);
    }

    InetSocketAddress relayed() {
        return relayed;
    }

    /** Whether the peer answers a request that is sent to it through the relay. */
    boolean reaches(InetSocketAddress peer, StunQuestion question) throws IOException {
        var permission = new StunQuestion(StunType.CREATE_PERMISSION).address(StunType.XOR_PEER_ADDRESS, peer);
        if (answer(exchange, credentials.sign(permission)).errorCode() != 0) {
            return false;
        }
        var sent = new StunQuestion(StunType.SEND)
                .address(StunType.XOR_PEER_ADDRESS, peer)
                .bytes(StunType.DATA_VALUE, question.toBytes());
        return exchange.await(sent, message -> relayed(message).filter(question::isAnsweredBy))
                .isPresent();
    }

    private static Optional<StunMessage> relayed(StunMessage message) {
        return message.bytes(StunType.DATA_VALUE).flatMap(StunMessage::read);
    }

    private static StunQuestion wanted() {
        return new StunQuestion(StunType.ALLOCATE).number(StunType.REQUESTED_TRANSPORT, OVER_UDP);
    }

    private static StunMessage granted(StunMessage message) throws Refusal {
        if (message.errorCode() != 0) {
            throw new Refusal(message.errorCode());
        }
        return message;
    }

    private static StunMessage answer(StunExchange exchange, StunQuestion request) throws IOException {
        return exchange.ask(request).orElseThrow(() -> new IOException("no answer"));
    }

    @Override
    public void close() throws IOException {
        exchange.tell(credentials.sign(new StunQuestion(StunType.REFRESH).number(StunType.LIFETIME, 0)));
    }
}
