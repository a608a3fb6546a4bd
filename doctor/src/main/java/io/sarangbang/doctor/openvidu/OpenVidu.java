package io.sarangbang.doctor.openvidu;

import io.sarangbang.doctor.fact.Installation.View;
import io.sarangbang.doctor.report.Feature;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is asked of OpenVidu from inside. */
public final class OpenVidu {

    private OpenVidu() {}

    public static Feature feature() {
        return new Feature(
                "openvidu",
                Set.of(View.INSIDE),
                List.of(new OpenViduProbe(), new TokenProbe(), new WebhookProbe()),
                Stream.of(OpenViduChecks.all(), TokenChecks.all(), WebhookChecks.all())
                        .flatMap(List::stream)
                        .toList());
    }
}
