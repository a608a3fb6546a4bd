package io.sarangbang.rooms.seat;

import io.sarangbang.rooms.media.MediaServerUnreachable;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Reconciles on start and from then on, on every replica: doing it twice does no harm, doing it never would. */
@Component
class ReconcilerSchedule implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(ReconcilerSchedule.class);

    private final Reconciler reconciler;
    private final SeatSettings settings;

    ReconcilerSchedule(Reconciler reconciler, SeatSettings settings) {
        this.reconciler = reconciler;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(new FixedDelayTask(this::run, settings.reconcileEvery(), Duration.ZERO));
    }

    private void run() {
        try {
            reconciler.reconcile();
        } catch (MediaServerUnreachable _) {
            log.warn("seats stay as they are until the media server answers");
        }
    }
}
