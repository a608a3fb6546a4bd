package io.sarangbang.standin.knobs;

import io.sarangbang.standin.people.People;
import io.sarangbang.standin.people.Person;
import io.sarangbang.standin.people.Provider;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The knobs as they stand, per provider and per person there. */
@Component
public class KnobBoard {

    private final Map<Provider, Knobs> providers = new ConcurrentHashMap<>();
    private final Map<Whose, Knobs> people = new ConcurrentHashMap<>();

    /** What is turned for everyone at the provider. */
    public Knobs at(Provider provider) {
        return providers.getOrDefault(provider, Knobs.NONE);
    }

    /** What is turned for this person, for everyone there included. */
    public Knobs at(Provider provider, Person person) {
        return at(provider).and(people.getOrDefault(new Whose(provider, person.name()), Knobs.NONE));
    }

    Map<String, Knobs> peopleAt(Provider provider) {
        var named = new TreeMap<String, Knobs>();
        people.forEach((whose, knobs) -> {
            if (whose.provider == provider) {
                named.put(whose.name, knobs);
            }
        });
        return named;
    }

    void turn(Provider provider, Knobs knobs) {
        providers.put(provider, knobs);
    }

    void turn(Provider provider, String name, Knobs knobs) {
        people.put(new Whose(provider, People.tidy(name)), knobs);
    }

    void reset() {
        providers.clear();
        people.clear();
    }

    void reset(Provider provider) {
        providers.remove(provider);
        people.keySet().removeIf(it -> it.provider == provider);
    }

    void reset(Provider provider, String name) {
        people.remove(new Whose(provider, People.tidy(name)));
    }

    private record Whose(Provider provider, String name) {}
}
