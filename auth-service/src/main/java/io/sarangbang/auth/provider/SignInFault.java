package io.sarangbang.auth.provider;

import java.util.Map;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** What can go wrong on the way through a provider, as far as it makes a difference to the person or the operator. */
public enum SignInFault {
    /** The person said no. */
    DENIED("sign-in-denied"),
    /** The attempt is too old, was used already, or began in another browser. */
    EXPIRED("sign-in-expired"),
    /** The provider refuses this site: its client id, secret, redirect address or consent items are wrong. */
    MISCONFIGURED("sign-in-misconfigured"),
    /** The provider is down, slow, or talks rubbish. */
    UNAVAILABLE("provider-unavailable"),
    FAILED("sign-in-failed"),
    /** Somebody else signed in than the person whose session was to be confirmed. */
    OTHER_PERSON("other-person");

    /** RFC 6749 §4.1.2.1 and §5.2, and what Spring Security says itself. */
    private static final Map<String, SignInFault> BY_CODE = Map.ofEntries(
            Map.entry("access_denied", DENIED),
            Map.entry("authorization_request_not_found", EXPIRED),
            Map.entry("invalid_state_parameter", EXPIRED),
            Map.entry("invalid_grant", EXPIRED),
            Map.entry("invalid_client", MISCONFIGURED),
            Map.entry("unauthorized_client", MISCONFIGURED),
            Map.entry("invalid_scope", MISCONFIGURED),
            Map.entry("invalid_request", MISCONFIGURED),
            Map.entry("unsupported_response_type", MISCONFIGURED),
            Map.entry("unsupported_grant_type", MISCONFIGURED),
            Map.entry("redirect_uri_mismatch", MISCONFIGURED),
            Map.entry("server_error", UNAVAILABLE),
            Map.entry("temporarily_unavailable", UNAVAILABLE));

    private final String slug;

    SignInFault(String slug) {
        this.slug = slug;
    }

    public String slug() {
        return slug;
    }

    /** The fault behind an OAuth 2.0 error code, the provider's or Spring Security's. */
    public static SignInFault ofCode(String code) {
        for (var fault : values()) {
            if (fault.slug.equals(code)) {
                return fault;
            }
        }
        return BY_CODE.getOrDefault(code, FAILED);
    }

    /** @param hint for the operator's log; only words of ours and the provider's error codes, never its sentences */
    public OAuth2AuthenticationException because(String hint) {
        return new OAuth2AuthenticationException(new OAuth2Error(slug, hint, null));
    }

    OAuth2AuthenticationException because(String hint, Throwable cause) {
        return new OAuth2AuthenticationException(new OAuth2Error(slug, hint, null), cause);
    }
}
