package io.sarangbang.auth.withdrawal;

import io.sarangbang.auth.once.Once;
import io.sarangbang.auth.provider.ForgedNotice;
import io.sarangbang.auth.provider.NaverNotices;
import io.sarangbang.defaults.problem.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NaverWebhookController {

    private static final Logger log = LoggerFactory.getLogger(NaverWebhookController.class);

    private final NaverNotices notices;
    private final NoticeDesk desk;
    private final Once once;

    NaverWebhookController(NaverNotices notices, NoticeDesk desk, Once once) {
        this.notices = notices;
        this.desk = desk;
        this.once = once;
    }

    @PostMapping("/api/auth/webhooks/naver/unlink")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlinked(
            @RequestParam(name = "clientId", defaultValue = "") String clientId,
            @RequestParam(name = "encryptUniqueId", defaultValue = "") String encryptUniqueId,
            @RequestParam(name = "timestamp", defaultValue = "") String timestamp,
            @RequestParam(name = "signature", defaultValue = "") String signature) {
        if (!notices.areTaken()) {
            throw new NotFound("NAVER_CLIENT_ID is not set.");
        }
        try {
            var notice = notices.read(clientId, encryptUniqueId, timestamp, signature);
            if (!desk.settle(notice.subject(), () -> once.first("naver notice", notice.signature(), notice.until()))) {
                throw new ForgedNotice("it came before");
            }
        } catch (ForgedNotice e) {
            log.warn("a notice to Naver's webhook was refused: {}", e.getMessage());
            throw new WebhookRefused();
        }
    }
}
