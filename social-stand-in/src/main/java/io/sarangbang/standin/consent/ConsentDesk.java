package io.sarangbang.standin.consent;

import io.sarangbang.standin.consent.Decision.Cancelled;
import io.sarangbang.standin.consent.Decision.Consented;
import io.sarangbang.standin.consent.Decision.Open;
import io.sarangbang.standin.consent.Visit.Item;
import io.sarangbang.standin.grants.Parameters;
import io.sarangbang.standin.knobs.Knob;
import io.sarangbang.standin.knobs.Knobs;
import io.sarangbang.standin.people.People;
import io.sarangbang.standin.people.Person;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Leads a visitor from choosing who they are to what they share. The pages keep all state, so a restart loses nobody. */
@Component
public class ConsentDesk {

    private final Pages pages;

    ConsentDesk(Pages pages) {
        this.pages = pages;
    }

    /** The first page. */
    public ResponseEntity<String> welcome(Visit visit) {
        return choose(visit, HttpStatus.OK, null);
    }

    /** What the visitor did on a page. */
    public Decision next(Visit visit, Parameters form) {
        if ("cancel".equals(form.get("decision"))) {
            return new Cancelled();
        }
        var person = People.called(visit.provider(), form.get("name"), form.get("email"));
        if (person.isEmpty()) {
            return new Open(choose(visit, HttpStatus.BAD_REQUEST, form));
        }
        return "consent".equals(form.get("decision"))
                ? new Consented(person.get(), shared(visit, form), knobs(form))
                : new Open(ask(visit, person.get()));
    }

    /** A page that says why the provider does not even ask. */
    public ResponseEntity<String> refuse(Visit visit, String code, String reason) {
        return pages.page(
                HttpStatus.BAD_REQUEST,
                "refusal",
                visit.provider(),
                Language.preferredOf(visit.accepted()),
                Map.of("code", code, "reason", reason));
    }

    private ResponseEntity<String> choose(Visit visit, HttpStatus status, @Nullable Parameters rejected) {
        var language = Language.preferredOf(visit.accepted());
        var people = new ArrayList<Map<String, Object>>();
        for (var person : People.of(visit.provider())) {
            people.add(Map.of("index", people.size(), "name", person.name(), "about", about(person, language)));
        }
        return pages.page(
                status,
                "choose",
                visit.provider(),
                language,
                Map.of(
                        "people",
                        people,
                        "rejected",
                        rejected != null,
                        "typedName",
                        rejected == null ? "" : rejected.orEmpty("name"),
                        "typedEmail",
                        rejected == null ? "" : rejected.orEmpty("email")));
    }

    private ResponseEntity<String> ask(Visit visit, Person person) {
        var language = Language.preferredOf(visit.accepted());
        return pages.page(
                HttpStatus.OK,
                "ask",
                visit.provider(),
                language,
                Map.of(
                        "heading", language.text("heading").replace("{name}", person.name()),
                        "name", person.name(),
                        "email", person.email() == null ? "" : person.email(),
                        "items",
                                visit.items().stream()
                                        .map(it -> item(it, language))
                                        .toList(),
                        "knobs", settings(language)));
    }

    private static String about(Person person, Language language) {
        var email = person.email() == null ? language.text("about_none") : person.email();
        var shared = People.sharesEmail(person) ? " · " + language.text("about_shared") : "";
        return email + shared + (person.numberBeyondDoubles() ? " · " + language.text("about_huge") : "");
    }

    private static Map<String, Object> item(Item item, Language language) {
        var kind = language.text(item.required() ? "required" : "optional");
        return Map.of(
                "scope", item.scope(),
                "required", item.required(),
                "label", language.text("item_" + item.scope()) + " (" + kind + ")");
    }

    private static List<Map<String, String>> settings(Language language) {
        return Arrays.stream(Knob.values())
                .filter(Knob::forOneSignIn)
                .map(it -> Map.of("id", it.id(), "label", language.text("knob_" + it.id())))
                .toList();
    }

    /** Required items count whatever the form says: browsers do not send disabled boxes. */
    private static Set<String> shared(Visit visit, Parameters form) {
        var ticked = form.all().getOrDefault("share", List.of());
        return visit.items().stream()
                .filter(it -> it.required() || ticked.contains(it.scope()))
                .map(Item::scope)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Knobs knobs(Parameters form) {
        var ticked = form.all().getOrDefault("knob", List.of());
        return Knobs.of(Stream.of(Knob.values())
                .filter(it -> it.forOneSignIn() && ticked.contains(it.id()))
                .toList());
    }
}
