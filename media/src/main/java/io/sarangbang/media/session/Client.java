package io.sarangbang.media.session;

import tools.jackson.databind.node.ObjectNode;

/** The browser behind a participant. Calls come in the order things happened, must not block, and never fail. */
public interface Client {

    void push(String method, ObjectNode params);

    /** The participant is no longer in the session; nothing is pushed any more. */
    void ended();
}
