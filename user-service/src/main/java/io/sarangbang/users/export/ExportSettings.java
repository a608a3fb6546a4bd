package io.sarangbang.users.export;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How exports are made.
 *
 * @param patience how long the other services may take for their parts, together; less than the gateway waits for us
 * @param largestPart the most that is taken of one of them
 * @param atOnce how many exports a replica gathers at once, because each takes room on its disk
 * @param queue how long one more waits for its turn
 */
@ConfigurationProperties("sarangbang.export")
record ExportSettings(
        @DefaultValue("12s") Duration patience,
        @DefaultValue("128MB") DataSize largestPart,
        @DefaultValue("3") int atOnce,
        @DefaultValue("2s") Duration queue) {}
