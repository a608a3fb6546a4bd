package io.sarangbang.doctor.openvidu;

import io.sarangbang.doctor.report.Check;
import io.sarangbang.doctor.report.Verdict;
import io.sarangbang.doctor.wire.Reply;
import java.util.List;
import java.util.Map;

/** Whether events arrive; OpenVidu takes any answer but 200 for a failure. */
final class WebhookChecks {

    private static final String[] NOBODY_THERE = {
        "openvidu-unreachable", "openvidu-wrong-secret", "database-down", "service-down"
    };

    private WebhookChecks() {}

    static List<Check> all() {
        return List.of(
                Check.on(WebhookFacts.class, "webhook-unreachable", WebhookChecks::unreachable)
                        .after(NOBODY_THERE),
                Check.on(WebhookFacts.class, "webhook-wrong-secret", WebhookChecks::wrongSecret)
                        .after("webhook-unreachable"),
                Check.on(WebhookFacts.class, "webhook-not-200", WebhookChecks::notOk)
                        .after("webhook-wrong-secret"));
    }

    static Verdict unreachable(WebhookFacts facts) {
        if (facts.endpoint().isEmpty()) {
            return Verdict.warned(Map.of("endpoint", "-", "said", "OPENVIDU_WEBHOOK is off"));
        }
        return facts.told()
                .either(_ -> Verdict.fine(), why -> Verdict.found(Map.of("endpoint", facts.endpoint(), "said", why)));
    }

    static Verdict wrongSecret(WebhookFacts facts) {
        return facts.told().either(reply -> wrongSecret(facts, reply), Verdict::unmeasured);
    }

    /** Ours is let in and OpenVidu's are not: then it has another secret than we. */
    private static Verdict wrongSecret(WebhookFacts facts, Reply reply) {
        var refused = reply.status() == 401 || reply.status() == 403;
        var theirsRefused = reply.status() == 200 && facts.lost().either(lost -> lost > 0, _ -> false);
        return Verdict.foundIf(refused || theirsRefused, Map.of("endpoint", facts.endpoint()));
    }

    static Verdict notOk(WebhookFacts facts) {
        return facts.told()
                .either(
                        reply -> Verdict.foundIf(
                                reply.status() != 200,
                                Map.of("endpoint", facts.endpoint(), "status", String.valueOf(reply.status()))),
                        Verdict::unmeasured);
    }
}
