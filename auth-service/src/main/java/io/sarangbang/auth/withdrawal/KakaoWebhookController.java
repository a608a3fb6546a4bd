package io.sarangbang.auth.withdrawal;

import io.sarangbang.auth.provider.ForgedNotice;
import io.sarangbang.auth.provider.KakaoNotices;
import io.sarangbang.defaults.problem.NotFound;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Takes Kakao's notices in every form that its documentation allows: a query, a form, or JSON. */
@RestController
@RequestMapping("/api/auth/webhooks/kakao/unlink")
class KakaoWebhookController {

    private static final Logger log = LoggerFactory.getLogger(KakaoWebhookController.class);

    private final KakaoNotices notices;
    private final NoticeDesk desk;

    KakaoWebhookController(KakaoNotices notices, NoticeDesk desk) {
        this.notices = notices;
        this.desk = desk;
    }

    @RequestMapping(method = {RequestMethod.GET, RequestMethod.POST})
    void unlinked(
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
            @RequestParam(name = "app_id", required = false) @Nullable String appId,
            @RequestParam(name = "user_id", required = false) @Nullable String userId) {
        if (!notices.areTaken()) {
            throw new NotFound("KAKAO_ADMIN_KEY is not set.");
        }
        try {
            notices.read(authorization, appId, userId).ifPresent(it -> desk.settle(it, () -> true));
        } catch (ForgedNotice e) {
            log.warn("a notice to Kakao's webhook was refused: {}", e.getMessage());
            throw new WebhookRefused();
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    void unlinked(
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
            @RequestBody JsonNode notice) {
        unlinked(authorization, text(notice, "app_id"), text(notice, "user_id"));
    }

    private static @Nullable String text(JsonNode notice, String member) {
        var value = notice.path(member);
        return value.isString() || value.isIntegralNumber() ? value.asString() : null;
    }
}
