package io.sarangbang.users.export;

import io.sarangbang.defaults.service.ServiceCall;

/** What another service holds of a person, and where its answer is kept. */
record Part(ServiceCall call, Spool spool) {

    String service() {
        return call.service();
    }
}
