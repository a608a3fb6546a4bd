package io.sarangbang.media.rest;

import tools.jackson.databind.node.ObjectNode;

/**
 * What the REST API needs to know.
 *
 * @param secret what backends prove themselves with
 * @param publicUrl where browsers reach us
 * @param config what {@code GET /config} shows
 */
public record RestSettings(String secret, String publicUrl, ObjectNode config) {}
