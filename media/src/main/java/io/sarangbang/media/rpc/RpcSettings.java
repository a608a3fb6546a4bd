package io.sarangbang.media.rpc;

import java.time.Duration;

/**
 * How patient the server is with browsers, and what it lets one of them use.
 *
 * @param maxSilence how long a socket may go without a ping; the client pings every 5 s
 * @param reconnectionGrace how long somebody whose socket broke keeps their place
 * @param joinWithin how long a socket may stay open without having joined a session
 * @param sweepEvery how often all that is looked after
 * @param maxMessageBytes the largest message read; a larger one closes the socket
 * @param burst how many messages a socket may send at once, beyond the rate; each kilobyte counts as one more
 * @param messagesPerSecond the rate a socket may keep up
 * @param maxOutgoing how many messages may wait for a browser that reads slowly, or is away
 * @param maxOutgoingCharacters how long they may be together
 */
public record RpcSettings(
        Duration maxSilence,
        Duration reconnectionGrace,
        Duration joinWithin,
        Duration sweepEvery,
        int maxMessageBytes,
        int burst,
        int messagesPerSecond,
        int maxOutgoing,
        long maxOutgoingCharacters) {

    /** The real server's times, and room for the ICE candidates of somebody who joins a room of thirty. */
    public static RpcSettings defaults() {
        return new RpcSettings(
                Duration.ofSeconds(15),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofMillis(250),
                128 * 1024,
                2000,
                100,
                1000,
                4L * 1024 * 1024);
    }
}
