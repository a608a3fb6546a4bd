package io.sarangbang.auth.notice;

import io.sarangbang.auth.visitor.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells people what they should know about their account, until they have read it. */
@Component
public class Notices {

    /** More than anybody reads, and no more than a page should carry. */
    private static final Limit MOST = Limit.of(20);

    /** As long as the activity that it can be read in, too. */
    private static final Duration KEEP = Duration.ofDays(180);

    private final NoticeRows rows;
    private final Clock clock;

    Notices(NoticeRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Leaves a notice, in the running transaction where there is one.
     *
     * @param visitor whose device is named; {@link Visitor#NONE} where none had a part in it
     */
    @Transactional
    public void tell(UUID accountId, NoticeKind kind, Visitor visitor, @Nullable String provider) {
        rows.save(new Notice(accountId, kind, visitor, provider, clock.instant()));
    }

    /** What the account's owner has not read yet, newest first. */
    @Transactional(readOnly = true)
    public List<NoticeResponse> unread(UUID accountId) {
        return rows.findByAccountIdOrderByIdDesc(accountId, MOST).stream()
                .map(Notice::told)
                .toList();
    }

    /** Nobody is left to read them: the account was closed. */
    @Transactional
    public void forget(UUID accountId) {
        rows.deleteOf(accountId);
    }

    @Transactional
    void read(UUID id, UUID accountId) {
        rows.delete(id, accountId);
    }

    @Scheduled(initialDelayString = "12m", fixedDelayString = "1h")
    @Transactional
    void purge() {
        rows.deleteOlder(clock.instant().minus(KEEP));
    }
}
