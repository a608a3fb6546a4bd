package io.sarangbang.media.sdp;

/**
 * What an answer says about media we send.
 *
 * @param ssrc the number our packets carry
 * @param cname ties audio and video of one publisher together, so that lips and voice are played in step
 * @param streamId the browser's id for the MediaStream
 * @param trackId the browser's id for the track
 */
public record OutgoingMedia(int ssrc, String cname, String streamId, String trackId) {}
