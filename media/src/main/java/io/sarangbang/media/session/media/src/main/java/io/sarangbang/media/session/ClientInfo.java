package io.sarangbang.media.session;

/**
 * What a browser told about itself when it joined.
 *
 * @param clientData what the page wants everybody to know
 * @param platform the browser and its system
 * @param ip where it came from
 */
public record ClientInfo(String clientData, String platform, String ip) {}
