package io.sarangbang.defaults.problem;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The request carries no access token, or one that does not hold (RFC 6750 §3.1). */
public final class NotSignedIn extends Problem {

    public static final String SLUG = "not-signed-in";
    public static final String TITLE = "Sign in first";

    public NotSignedIn(String detail) {
        super(HttpStatus.UNAUTHORIZED, SLUG, TITLE, detail);
        getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }
}
