package io.sarangbang.media.rtc;

import io.sarangbang.media.rtcp.RtcpReader;
import io.sarangbang.media.rtp.RtpPacket;

/** What a peer's connection carries. Everything here happens on the loop's thread. */
interface PeerMedia {

    /** Keys are agreed; media may be sent. */
    void connected(long nowNanos);

    void received(RtpPacket packet, long nowNanos);

    /** One part of a compound RTCP packet. */
    void received(RtcpReader report, long nowNanos);

    /** Nothing can be sent or received any more. */
    void disconnected();
}
