package io.sarangbang.auth.farewell;

import io.sarangbang.auth.farewell.Unlinking.EndedIdentity;
import io.sarangbang.auth.farewell.Unlinking.Outcome;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells providers what is due. Every replica goes its rounds: whoever moves a farewell's next time ahead has it until then.
 * The provider is asked outside of any transaction. Somebody who links the same identity again within that very moment may
 * have the fresh link severed at the provider; nothing is lost by it, the provider asks for consent once more.
 */
@Component
class FarewellRound {

    private static final Logger log = LoggerFactory.getLogger(FarewellRound.class);
    private static final Limit AT_ONCE = Limit.of(50);

    private final FarewellRows rows;
    private final Farewells farewells;
    private final Unlinking unlinking;
    private final FarewellPolicy policy;
    private final Clock clock;

    FarewellRound(FarewellRows rows, Farewells farewells, Unlinking unlinking, FarewellPolicy policy, Clock clock) {
        this.rows = rows;
        this.farewells = farewells;
        this.unlinking = unlinking;
        this.policy = policy;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "30s", fixedDelayString = "15s")
    void go() {
        var now = clock.instant();
        for (var due : rows.findByDueAtLessThanEqualOrderByDueAt(now, AT_ONCE)) {
            var again = now.plus(policy.pause(due.attempts()));
            if (rows.claim(due.id(), due.attempts(), now, again) == 1) {
                tell(due, again);
            }
        }
    }

    private void tell(Farewell farewell, Instant again) {
        var identity =
                new EndedIdentity(farewell.provider(), farewell.app(), farewell.subject(), farewells.open(farewell));
        switch (unlinking.unlink(identity)) {
            case Outcome.Gone(var how) -> {
                log.info("{} was told of the end of identity {}: {}", farewell.provider(), farewell.identityId(), how);
                rows.end(farewell.id());
            }
            case Outcome.Never(var why) -> giveUp(farewell, why);
            case Outcome.NotYet(var why) -> {
                if (again.isAfter(farewell.queuedAt().plus(policy.giveUpAfter()))) {
                    giveUp(farewell, why);
                } else {
                    log.warn(
                            "{} could not be told of the end of identity {}, again at {}: {}",
                            farewell.provider(),
                            farewell.identityId(),
                            again,
                            why);
                }
            }
        }
    }

    /** The person can still end the link on the provider's own page, and the operator can tell them so. */
    private void giveUp(Farewell farewell, String why) {
        log.error(
                "{} will not be told of the end of identity {}: {}. The link stays there until the person ends it: {}",
                farewell.provider(),
                farewell.identityId(),
                why,
                farewell.provider().equals("kakao")
                        ? "KakaoTalk > 설정 > 카카오계정 > 연결된 서비스 관리"
                        : "nid.naver.com > 내정보 > 보안설정 > 연결된 서비스 관리");
        rows.end(farewell.id());
    }
}
