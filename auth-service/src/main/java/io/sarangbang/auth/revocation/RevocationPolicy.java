package io.sarangbang.auth.revocation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How ends are told.
 *
 * @param overlap how far each answer reaches back behind the one before: what was ended then may have been committed later,
 *     and by a replica whose clock is behind. More than a transaction lasts at most
 * @param page how many ids an answer holds at most
 */
@ConfigurationProperties("sarangbang.revocation")
record RevocationPolicy(
        @DefaultValue("30s") Duration overlap,
        @DefaultValue("50000") int page) {}
