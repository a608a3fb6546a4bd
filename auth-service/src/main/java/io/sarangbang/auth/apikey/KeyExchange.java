package io.sarangbang.auth.apikey;

import io.sarangbang.auth.account.Accounts;
import io.sarangbang.auth.account.Person;
import io.sarangbang.auth.token.Bearer;
import io.sarangbang.auth.token.Mint;
import io.sarangbang.auth.token.MintedToken;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes access tokens of keys. */
@Component
class KeyExchange {

    private final ApiKeyRows rows;
    private final Accounts accounts;
    private final Mint mint;
    private final ApiKeySettings settings;
    private final Clock clock;

    KeyExchange(ApiKeyRows rows, Accounts accounts, Mint mint, ApiKeySettings settings, Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.mint = mint;
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws ApiKeyUnknown whatever the reason why the key does not hold */
    @Transactional
    MintedToken exchange(String sent) {
        var key = live(sent);
        var owner = accounts.owner(key.accountId()).orElseThrow(ApiKeyUnknown::new);
        use(key);
        var end = key.expiresAt();
        return mint.issue(bearer(key, owner), end == null ? Instant.MAX : end);
    }

    private ApiKey live(String sent) {
        return KeySecret.read(sent)
                .flatMap(it -> rows.findByHash(it.hash()))
                .filter(it -> it.isLive(clock.instant()))
                .orElseThrow(ApiKeyUnknown::new);
    }

    private void use(ApiKey key) {
        var now = clock.instant();
        var staleSince = now.minus(settings.useStep());
        if (!key.wasUsedSince(staleSince)) {
            rows.use(key.id(), now, staleSince);
        }
    }

    private static Bearer bearer(ApiKey key, Person owner) {
        return new Bearer(
                key.accountId(),
                key.id(),
                key.createdAt(),
                "api-key",
                key.scopes(),
                owner.provider(),
                owner.nickname(),
                owner.picture());
    }
}
