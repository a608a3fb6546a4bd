package io.sarangbang.doctor.openvidu;

import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.wire.Reply;

/**
 * OpenVidu as room-service meets it.
 *
 * @param url where room-service asks
 * @param secret what room-service proves itself with
 * @param publicUrl the one question that needs no secret
 * @param otherScheme the same question by https instead of http, or the other way round
 * @param config the configuration, asked for with the secret
 */
record OpenViduFacts(String url, String secret, Fact<Reply> publicUrl, Fact<Reply> otherScheme, Fact<Reply> config) {

    private static final String SCHEME = "^https?";

    /** The address with the other scheme. */
    static String otherwise(String url) {
        return url.replaceFirst(SCHEME, url.startsWith("https:") ? "http" : "https");
    }

    /** Whether OpenVidu is who answers, and not a proxy's or a port's complaint. */
    static boolean answers(Fact<Reply> asked) {
        return asked.either(reply -> reply.status() == 200, _ -> false);
    }

    @Override
    public String toString() {
        return "OpenVidu at " + url; // the secret is nobody's business
    }
}
