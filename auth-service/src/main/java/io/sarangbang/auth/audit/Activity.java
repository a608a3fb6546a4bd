package io.sarangbang.auth.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happened to an account lately, for its owner. */
@Component
public class Activity {

    private final AuditRows rows;

    Activity(AuditRows rows) {
        this.rows = rows;
    }

    /** A page of all that is kept, newest first. */
    @Transactional(readOnly = true)
    public List<AccountEvent> of(UUID accountId, UUID before, int limit) {
        return shown(rows.findByAccountIdAndIdLessThanOrderByIdDesc(accountId, before, Limit.of(limit)));
    }

    @Transactional(readOnly = true)
    ActivityResponse page(UUID accountId, int limit, @Nullable UUID before) {
        var oneMore = Limit.of(limit + 1);
        var found = before == null
                ? rows.findByAccountIdOrderByIdDesc(accountId, oneMore)
                : rows.findByAccountIdAndIdLessThanOrderByIdDesc(accountId, before, oneMore);
        return new ActivityResponse(shown(found.stream().limit(limit).toList()), found.size() > limit);
    }

    private static List<AccountEvent> shown(List<AuditRow> rows) {
        return rows.stream().map(AuditRow::shown).toList();
    }
}
