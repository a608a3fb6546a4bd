package io.sarangbang.rooms.check;

import io.sarangbang.rooms.media.MediaServerUnreachable;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Ends tests that nobody left, on every replica, on start and from then on: those that are over now, and those that will be
 * before the next look, at their time.
 */
@Component
class CheckSchedule implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(CheckSchedule.class);

    private final Checks checks;
    private final CheckSettings settings;
    private final TaskScheduler scheduler;
    private final Clock clock;

    CheckSchedule(Checks checks, CheckSettings settings, TaskScheduler scheduler, Clock clock) {
        this.checks = checks;
        this.settings = settings;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(new FixedDelayTask(this::look, settings.lookEvery(), Duration.ZERO));
    }

    void look() {
        try {
            checks.underWay().forEach(this::endInTime);
        } catch (MediaServerUnreachable _) {
            log.warn("connection tests go on until the media server answers");
        }
    }

    private void endInTime(Check check) {
        var left = Duration.between(clock.instant(), check.endsAt());
        if (!left.isPositive()) {
            checks.end(check);
        } else if (left.compareTo(settings.lookEvery()) <= 0) {
            scheduler.schedule(() -> checks.end(check), check.endsAt());
        }
    }
}
