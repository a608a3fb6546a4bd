package io.sarangbang.media.rtc;

/**
 * What one publication has carried so far.
 *
 * @param packets media packets received from the publisher
 * @param bytes their size
 * @param lost packets that never arrived, retransmission included
 * @param keyFrames key frames seen
 * @param subscriptions who is watching now
 */
public record StreamStats(long packets, long bytes, long lost, long keyFrames, int subscriptions) {}
