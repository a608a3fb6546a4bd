package io.sarangbang.gateway.throttle;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often each kind of thing may be asked. The defaults stand in application.yml beside the variables that change them.
 *
 * @param redisUrl where gateways count together; each counts by itself where there is only one
 * @param perAddress for one IPv4 address or IPv6 /64
 * @param perAccount for one person, over all sessions; for each API key by itself
 */
@ConfigurationProperties("sarangbang.rate-limits")
record RateLimitSettings(@DefaultValue("") String redisUrl, Map<Kind, Rate> perAddress, Map<Kind, Rate> perAccount) {

    RateLimitSettings {
        perAddress = Map.copyOf(perAddress);
        perAccount = Map.copyOf(perAccount);
    }

    @Override
    public String toString() {
        return "RateLimitSettings[…]"; // the address may hold a password
    }
}
