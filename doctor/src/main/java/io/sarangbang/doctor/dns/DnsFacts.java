package io.sarangbang.doctor.dns;

import io.sarangbang.doctor.fact.Fact;
import java.util.List;

/**
 * Where the public name leads.
 *
 * @param needed whether it is a name that the world must know: neither localhost nor an address
 * @param publicIp empty where it is not known
 * @param four its addresses of the older kind
 * @param six those of the newer kind, and what happened when one connected there
 * @param here whether who answers under the name is the nginx beside us
 */
record DnsFacts(
        String host,
        boolean needed,
        String publicIp,
        Fact<List<String>> four,
        Fact<List<Door>> six,
        Fact<Boolean> here) {

    /** An address and who is there. */
    record Door(String address, State state, String said) {}

    /** What happened when one knocked. */
    enum State {
        OPEN,
        /** Somebody else lives there. */
        SOMEBODY_ELSE,
        CLOSED,
        /** No way leads there from here, which says nothing of others. */
        NO_WAY
    }
}
