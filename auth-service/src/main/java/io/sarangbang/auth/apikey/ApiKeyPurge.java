package io.sarangbang.auth.apikey;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes keys some time after they ended. Any replica may; twice does no harm. */
@Component
class ApiKeyPurge {

    private static final Logger log = LoggerFactory.getLogger(ApiKeyPurge.class);

    private final ApiKeyRows rows;
    private final ApiKeySettings settings;
    private final Clock clock;

    ApiKeyPurge(ApiKeyRows rows, ApiKeySettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "10m", fixedDelayString = "1h")
    @Transactional
    void purge() {
        var endedBy = clock.instant().minus(settings.keepEnded());
        var gone = rows.deleteEnded(endedBy);
        if (gone > 0) {
            log.info("{} API keys that ended before {} deleted", gone, endedBy);
        }
    }
}
