package io.sarangbang.rooms.people;

import java.util.UUID;
import java.util.function.Consumer;

/** What a feature has of each person. All features together are asked in the order of their beans. */
public interface Belongings {

    /** The member of an export that they go under. */
    String name();

    /**
     * Forgets all of somebody's, in steps that hold nobody else up. May be broken off after any of them, and goes on there
     * when it is asked again.
     *
     * @throws io.sarangbang.defaults.problem.Problem that says why something is left; everything else is forgotten then
     */
    void forget(UUID account, Patience patience);

    /** Hands over all of somebody's, oldest first, without ever having more than a page of it in memory. */
    void tell(UUID account, Consumer<Object> listener);
}
