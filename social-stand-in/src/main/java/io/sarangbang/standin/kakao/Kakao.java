package io.sarangbang.standin.kakao;

import io.sarangbang.standin.grants.Client;
import io.sarangbang.standin.grants.Grant;
import io.sarangbang.standin.grants.Ledger;
import io.sarangbang.standin.knobs.Knob;
import io.sarangbang.standin.knobs.KnobBoard;
import io.sarangbang.standin.knobs.Knobs;
import io.sarangbang.standin.people.Person;
import io.sarangbang.standin.people.Provider;
import io.sarangbang.standin.signing.IdTokens;
import io.sarangbang.standin.signing.IdTokens.Statement;
import io.sarangbang.standin.signing.SigningKeys;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What Kakao knows: its client, its members, what it has issued. */
@Component
class Kakao {

    static final Duration ACCESS_LIFETIME = Duration.ofSeconds(21_599);
    static final Duration REFRESH_LIFETIME = Duration.ofSeconds(5_183_999);
    static final int APP_ID = 1_000_001;
    static final String OPENID = "openid";
    static final String NICKNAME = "profile_nickname";
    static final String IMAGE = "profile_image";
    static final String EMAIL = "account_email";

    private final KakaoSettings settings;
    private final KnobBoard board;
    private final Ledger ledger;
    private final SigningKeys keys = new SigningKeys();
    private final IdTokens idTokens;

    Kakao(KakaoSettings settings, KnobBoard board, Clock clock) {
        this.settings = settings;
        this.board = board;
        this.ledger = new Ledger(ACCESS_LIFETIME, REFRESH_LIFETIME, clock);
        this.idTokens = new IdTokens(keys, ACCESS_LIFETIME, clock);
    }

    Client client() {
        return settings.client();
    }

    KakaoSettings settings() {
        return settings;
    }

    Ledger ledger() {
        return ledger;
    }

    SigningKeys keys() {
        return keys;
    }

    Knobs knobs() {
        return board.at(Provider.KAKAO);
    }

    Knobs knobs(Person person) {
        return board.at(Provider.KAKAO, person);
    }

    Knobs knobs(Grant grant) {
        return knobs(grant.person()).and(grant.knobs());
    }

    Knobs knobs(Optional<Grant> grant) {
        return grant.map(this::knobs).orElseGet(this::knobs);
    }

    /** The member number; the same in the user information and in the ID token. */
    long number(Grant grant) {
        return number(grant.person(), knobs(grant));
    }

    long number(Person person) {
        return number(person, knobs(person));
    }

    private long number(Person person, Knobs knobs) {
        var numbered = knobs.has(Knob.NUMBER_BEYOND_DOUBLES) ? person.withNumberBeyondDoubles() : person;
        return numbered.number(client().id());
    }

    String idToken(Grant grant, String issuer) {
        var statement = new Statement(
                issuer,
                client().id(),
                Long.toString(number(grant)),
                grant.signedInAt(),
                grant.nonce(),
                personalClaims(grant));
        return idTokens.sign(statement, knobs(grant));
    }

    /** Nickname, picture and e-mail as the ID token and OpenID Connect's user information have them. */
    Map<String, Object> personalClaims(Grant grant) {
        var person = grant.person();
        var claims = new LinkedHashMap<String, Object>();
        if (grant.covers(NICKNAME)) {
            claims.put("nickname", person.name());
        }
        if (grant.covers(IMAGE) && person.picture() != null) {
            claims.put("picture", person.picture());
        }
        // No email_verified: Kakao does not write it, so a client can't trust this one.
        if (grant.covers(EMAIL) && person.email() != null && !knobs(grant).has(Knob.EMAIL_MISSING)) {
            claims.put("email", person.email());
        }
        return claims;
    }
}
