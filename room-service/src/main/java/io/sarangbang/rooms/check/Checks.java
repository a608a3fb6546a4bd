package io.sarangbang.rooms.check;

import io.sarangbang.rooms.media.LiveSession;
import io.sarangbang.rooms.media.MediaServer;
import io.sarangbang.rooms.media.MediaServerUnreachable;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The connection tests that are under way; the media server alone knows which, so replicas and restarts make no difference. */
@Service
class Checks {

    private static final Logger log = LoggerFactory.getLogger(Checks.class);

    private final MediaServer media;
    private final CheckSettings settings;
    private final Clock clock;

    Checks(MediaServer media, CheckSettings settings, Clock clock) {
        this.media = media;
        this.settings = settings;
        this.clock = clock;
    }

    /** Looks once more afterwards: of many that found the last place free at the same time, no more stay than there is room for. */
    CheckResponse begin() {
        if (underWay().size() >= settings.atOnce()) {
            throw new TooManyChecks();
        }
        var check = Check.until(clock.instant().plus(settings.life()));
        var admission = media.admit(check.session());
        if (underWay().size() > settings.atOnce()) {
            end(check);
            throw new TooManyChecks();
        }
        return new CheckResponse(admission.token(), check.endsAt());
    }

    List<Check> underWay() {
        return media.sessions().stream()
                .map(LiveSession::id)
                .flatMap(it -> Check.of(it).stream())
                .toList();
    }

    /** Ended by whoever took part, it is gone already, and nothing happens. */
    void end(Check check) {
        try {
            media.close(check.session());
        } catch (MediaServerUnreachable _) {
            log.info("connection test {} is ended with the next look", check.session());
        }
    }
}
