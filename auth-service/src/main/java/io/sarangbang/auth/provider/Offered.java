package io.sarangbang.auth.provider;

import org.springframework.security.oauth2.client.registration.ClientRegistration;

/** A provider that people can sign in with here. */
public record Offered(
        Provider provider, String app, Endpoints endpoints, boolean standIn, ClientRegistration registration) {}
