package io.sarangbang.auth.withdrawal;

import io.sarangbang.auth.account.Withdrawals;
import io.sarangbang.defaults.service.ServiceCall;
import io.sarangbang.defaults.service.ServiceClient;
import io.sarangbang.defaults.service.ServiceUnreachable;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has accounts deleted that slept too long. They are asked for again until they are gone: whoever deletes them calls back
 * here, and then there is nobody left to ask for.
 */
@Component
class SleepRound {

    private static final Logger log = LoggerFactory.getLogger(SleepRound.class);
    private static final int AT_ONCE = 200;
    private static final int ACCEPTED = 202;

    private final Withdrawals withdrawals;
    private final ServiceClient services;
    private final SleepPolicy policy;
    private final Clock clock;

    SleepRound(Withdrawals withdrawals, ServiceClient services, SleepPolicy policy, Clock clock) {
        this.withdrawals = withdrawals;
        this.services = services;
        this.policy = policy;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "20m", fixedDelayString = "12h")
    void go() {
        try {
            withdrawals
                    .asleepSince(clock.instant().minus(policy.longest()), AT_ONCE)
                    .forEach(this::haveDeleted);
        } catch (ServiceUnreachable e) {
            log.warn("accounts that slept too long stay until user-service answers", e);
        }
    }

    private void haveDeleted(UUID account) {
        var body = "{\"accountId\":\"%s\"}".formatted(account).getBytes(StandardCharsets.UTF_8);
        var answer =
                services.send(ServiceCall.post("user-service", "/internal/deletions", body), BodyHandlers.discarding());
        if (answer.statusCode() == ACCEPTED) {
            log.info("account {} slept too long and is being deleted", account);
        } else {
            log.warn("account {} slept too long, but user-service answered {}", account, answer.statusCode());
        }
    }
}
