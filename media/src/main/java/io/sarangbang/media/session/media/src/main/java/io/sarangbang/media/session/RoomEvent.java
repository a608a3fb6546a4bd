package io.sarangbang.media.session;

import tools.jackson.databind.node.ObjectNode;

/** Something that happened in a session, as webhooks tell it. */
public record RoomEvent(String name, ObjectNode body) {}
