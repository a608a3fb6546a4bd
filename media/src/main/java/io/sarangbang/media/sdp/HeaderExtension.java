package io.sarangbang.media.sdp;

/** The RTP header extensions that are forwarded: who speaks how loudly, and how a phone is held. */
public enum HeaderExtension {
    AUDIO_LEVEL("urn:ietf:params:rtp-hdrext:ssrc-audio-level"),
    VIDEO_ORIENTATION("urn:3gpp:video-orientation");

    private final String uri;

    HeaderExtension(String uri) {
        this.uri = uri;
    }

    String uri() {
        return uri;
    }
}
