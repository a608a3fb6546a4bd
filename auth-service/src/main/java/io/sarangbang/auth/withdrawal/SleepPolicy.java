package io.sarangbang.auth.withdrawal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param longest how long an account sleeps before it is deleted */
@ConfigurationProperties("sarangbang.sleep")
record SleepPolicy(@DefaultValue("30d") Duration longest) {}
