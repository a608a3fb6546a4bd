package io.sarangbang.defaults.body;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is read of a request.
 *
 * @param maxBody the longest body; a chat message of 2000 characters, each escaped as two UTF-16 units, takes 24 KB
 */
@ConfigurationProperties("sarangbang.request")
record BodySettings(@DefaultValue("64KB") DataSize maxBody) {}
