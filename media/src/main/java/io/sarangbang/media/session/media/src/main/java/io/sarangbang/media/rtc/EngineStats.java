package io.sarangbang.media.rtc;

/**
 * What the whole engine has carried since it started.
 *
 * @param packetsIn datagrams received
 * @param packetsOut datagrams sent
 * @param lost media packets that never reached the server
 * @param dropped datagrams the server threw away: unknown sender, forged, replayed, malformed or unsendable
 * @param peers browser connections that exist now
 * @param publications streams that exist now
 * @param subscriptions views of them that exist now
 */
public record EngineStats(
        long packetsIn, long packetsOut, long lost, long dropped, int peers, int publications, int subscriptions) {}
