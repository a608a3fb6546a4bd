package io.sarangbang.media.rtc;

import io.sarangbang.media.sdp.MediaKind;
import io.sarangbang.media.sdp.OutgoingMedia;
import java.util.UUID;

/**
 * What a publication is called towards subscribers: one MediaStream, so that its sound and its picture stay in step.
 */
record StreamIdentity(String cname, String streamId) {

    static StreamIdentity random() {
        return new StreamIdentity(
                UUID.randomUUID().toString(), UUID.randomUUID().toString());
    }

    OutgoingMedia describe(MediaKind kind, int ssrc) {
        return new OutgoingMedia(ssrc, cname, streamId, streamId + "-" + kind.token());
    }
}
