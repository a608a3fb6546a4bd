package io.sarangbang.rooms.retention;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Deletes seats, meetings and deleted rooms that ended long ago. Nothing here ever changes again, so no lock is needed, and
 * several replicas at once do no harm. In SQL and in one place, since the order is that of the foreign keys.
 *
 * <p>Of everybody who was in a room that still exists one seat stays: it is why they may read what was said there.
 */
@Component
class Retention implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final Duration FIRST_LOOK = Duration.ofMinutes(1);
    private static final int BATCHES_AT_ONCE = 20;

    private static final String SEATS = """
            select s.id from seat s join room r on r.id = s.room_id
            where s.state = 'LEFT' and s.left_at < :before
              and (s.joined_at is null or r.deleted_at < :before or exists (
                select 1 from seat n where n.room_id = s.room_id and n.account_id = s.account_id
                  and n.joined_at is not null and n.id > s.id))
            limit :batch""";

    private static final String MEETINGS = """
            select m.id from meeting m
            where m.ended_at < :before and not exists (select 1 from seat s where s.meeting_id = m.id)
            limit :batch""";

    private static final String ROOMS = """
            select r.id from room r
            where r.deleted_at < :before and not exists (select 1 from seat s where s.room_id = r.id)
              and not exists (select 1 from meeting m where m.room_id = r.id)
            limit :batch""";

    private final JdbcClient database;
    private final RetentionSettings settings;
    private final Clock clock;

    Retention(JdbcClient database, RetentionSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(new FixedDelayTask(
                () -> forgetEndedBefore(clock.instant().minus(settings.keep())), settings.every(), FIRST_LOOK));
    }

    void forgetEndedBefore(Instant time) {
        var before = Timestamp.from(time);
        int seats = delete("delete from seat where id in (:ids)", SEATS, before);
        int meetings = delete("delete from meeting where id in (:ids)", MEETINGS, before);
        int rooms = delete("delete from room where id in (:ids)", ROOMS, before);
        if (seats + meetings + rooms > 0) {
            log.info("forgot {} seats, {} meetings and {} deleted rooms of before {}", seats, meetings, rooms, time);
        }
    }

    private int delete(String statement, String which, Timestamp before) {
        int deleted = 0;
        for (int i = 0; i < BATCHES_AT_ONCE; i++) {
            var ids = database.sql(which)
                    .param("before", before)
                    .param("batch", settings.batch())
                    .query(byte[].class)
                    .list();
            if (ids.isEmpty()) {
                break;
            }
            deleted += database.sql(statement).param("ids", ids).update();
        }
        return deleted;
    }
}
