package io.sarangbang.standin.naver;

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

/** What Naver knows: its client, its members, what it has issued. */
@Component
class Naver {

    static final Duration ACCESS_LIFETIME = Duration.ofHours(1);
    static final Duration REFRESH_LIFETIME = Duration.ofDays(365);
    static final String OPENID = "openid";
    static final String NICKNAME = "nickname";
    static final String EMAIL = "email";
    static final String IMAGE = "profile_image";

    private final Client client;
    private final KnobBoard board;
    private final Ledger ledger;
    private final SigningKeys keys = new SigningKeys();
    private final IdTokens idTokens;

    Naver(NaverSettings settings, KnobBoard board, Clock clock) {
        this.client = settings.client();
        this.board = board;
        this.ledger = new Ledger(ACCESS_LIFETIME, REFRESH_LIFETIME, clock);
        this.idTokens = new IdTokens(keys, ACCESS_LIFETIME, clock);
    }

    Client client() {
        return client;
    }

    Ledger ledger() {
        return ledger;
    }

    SigningKeys keys() {
        return keys;
    }

    Knobs knobs() {
        return board.at(Provider.NAVER);
    }

    Knobs knobs(Person person) {
        return board.at(Provider.NAVER, person);
    }

    Knobs knobs(Grant grant) {
        return knobs(grant.person()).and(grant.knobs());
    }

    Knobs knobs(Optional<Grant> grant) {
        return grant.map(this::knobs).orElseGet(this::knobs);
    }

    /** Pairwise: the same in the user information and in the ID token, another for another client. */
    String identifier(Grant grant) {
        return grant.person().identifier(client.id());
    }

    String idToken(Grant grant, String issuer) {
        var statement =
                new Statement(issuer, client.id(), identifier(grant), grant.signedInAt(), grant.nonce(), Map.of());
        return idTokens.sign(statement, knobs(grant));
    }

    /** What is wrapped in {@code response}: no e-mail is ever marked as verified. */
    Map<String, Object> profile(Grant grant) {
        var person = grant.person();
        var profile = new LinkedHashMap<String, Object>();
        profile.put("id", identifier(grant));
        profile.put("nickname", person.name());
        if (grant.covers(IMAGE) && person.picture() != null) {
            profile.put("profile_image", person.picture());
        }
        if (grant.covers(EMAIL) && person.email() != null && !knobs(grant).has(Knob.EMAIL_MISSING)) {
            profile.put("email", person.email());
        }
        return profile;
    }
}
