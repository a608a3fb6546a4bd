package io.sarangbang.standin.consent;

import io.sarangbang.standin.knobs.Knobs;
import io.sarangbang.standin.people.Person;
import java.util.Set;
import org.springframework.http.ResponseEntity;

/** How far a visit has come. */
public sealed interface Decision {

    /** Nothing decided yet: the next page. */
    record Open(ResponseEntity<String> page) implements Decision {}

    /** The person shares these scopes; {@code knobs} are those turned for this sign-in alone. */
    record Consented(Person person, Set<String> scopes, Knobs knobs) implements Decision {}

    /** The person shares nothing. */
    record Cancelled() implements Decision {}
}
