package io.sarangbang.defaults.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param maxAge how long ago a sign-in may be for what matters most */
@ConfigurationProperties("sarangbang.fresh-sign-in")
record FreshSignInSettings(@DefaultValue("10m") Duration maxAge) {}
