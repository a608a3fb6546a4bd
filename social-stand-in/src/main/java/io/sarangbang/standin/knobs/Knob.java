package io.sarangbang.standin.knobs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** One thing that a provider, or an account there, may do to a client; each has been seen in the wild. */
public enum Knob {
    /** The account has no e-mail. */
    EMAIL_MISSING,
    /** Kakao: the e-mail was never confirmed. */
    EMAIL_UNVERIFIED,
    /** Kakao: the e-mail was given up and belongs to somebody else now. */
    EMAIL_INVALID,
    /** The person refuses. */
    CONSENT_DENIED,
    /** The code has been used before it arrives. */
    CODE_USED,
    /** Kakao: the client secret is refused, whatever it is (KOE010). */
    SECRET_REFUSED,
    /** Kakao: the client secret feature is off, as for older REST API keys. */
    SECRET_OPTIONAL,
    /** Kakao: OpenID Connect is not switched on (KOE205). */
    OPENID_OFF,
    /** Naver: the token address takes requests without state. */
    STATE_OPTIONAL,
    /** Answers take a while. */
    SLOW,
    /** Answers are a 500 with a page. */
    SERVER_ERROR,
    /** Answers are a 503. */
    UNAVAILABLE,
    /** Answers break off in the middle. */
    TRUNCATED,
    /** The user information is refused with status 200 and an error in the body. */
    USER_INFO_REFUSED_AS_200,
    /** The user information is refused with status 401. */
    USER_INFO_REFUSED,
    /** Kakao: the member number is beyond 2^53. */
    NUMBER_BEYOND_DOUBLES,
    ID_TOKEN_WRONG_ISSUER,
    ID_TOKEN_WRONG_AUDIENCE,
    ID_TOKEN_WRONG_NONCE,
    ID_TOKEN_EXPIRED,
    ID_TOKEN_UNSIGNED,
    /** The ID token is signed by a key that was never published. */
    ID_TOKEN_FOREIGN_KEY,
    /** The ID token is about somebody else than the profile. */
    ID_TOKEN_WRONG_SUBJECT,
    /** The person proved who they are an hour ago, and was not asked again. */
    ID_TOKEN_OLD_SIGN_IN,
    /** Only members of the app may sign in: Kakao's test app (KOE005), Naver before its review. */
    MEMBERS_ONLY,
    /** Kakao: a refresh answers with a new refresh token, as in the last month of the old one. */
    REFRESH_TOKEN_RENEWED;

    /** The name in JSON and in forms. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it can be chosen for one sign-in; the others act before anybody has been chosen. */
    public boolean forOneSignIn() {
        return this != CONSENT_DENIED && this != OPENID_OFF && this != MEMBERS_ONLY;
    }
}
