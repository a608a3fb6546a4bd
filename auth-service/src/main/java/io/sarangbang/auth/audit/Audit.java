package io.sarangbang.auth.audit;

import io.sarangbang.auth.visitor.Visitor;
import io.sarangbang.defaults.request.RequestId;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps security events: in the database for the account's owner, in the log for operators. */
@Component
public class Audit {

    private static final Logger log = LoggerFactory.getLogger("audit");
    private static final String SIGN_IN_FAILED = "sign-in-failed";

    private final AuditRows rows;
    private final Clock clock;
    private final SecurityMeters meters;

    Audit(AuditRows rows, Clock clock, SecurityMeters meters) {
        this.rows = rows;
        this.clock = clock;
        this.meters = meters;
    }

    /** Keeps an event together with what it tells of: in the same transaction. */
    @Transactional
    public void record(SecurityEvent event) {
        rows.save(new AuditRow(event, RequestId.current(), clock.instant()));
        meters.count(event);
        log.atInfo()
                .addKeyValue("event", event.kind().slug())
                .addKeyValue("account", event.accountId())
                .addKeyValue("session", event.session())
                .addKeyValue("provider", event.provider())
                .addKeyValue("network", event.visitor().network())
                .log("{} account={} session={}", event.kind().slug(), event.accountId(), event.session());
    }

    /**
     * Tells operators of a sign-in that failed. Nobody's account is known then, so it is in the log alone.
     *
     * @param slug of the fault; nothing that came from outside
     */
    public void failure(String provider, String slug, Visitor visitor) {
        meters.failure(provider, slug);
        log.atWarn()
                .addKeyValue("event", SIGN_IN_FAILED)
                .addKeyValue("provider", provider)
                .addKeyValue("fault", slug)
                .addKeyValue("network", visitor.network())
                .log("{} provider={} fault={}", SIGN_IN_FAILED, provider, slug);
    }
}
