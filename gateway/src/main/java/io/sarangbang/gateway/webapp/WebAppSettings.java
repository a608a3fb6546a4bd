package io.sarangbang.gateway.webapp;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The web app.
 *
 * @param root the directory that its build was written to; none where the TLS edge serves it
 */
@ConfigurationProperties("sarangbang.web")
record WebAppSettings(@Nullable Path root) {}
