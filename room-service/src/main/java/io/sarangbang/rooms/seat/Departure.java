package io.sarangbang.rooms.seat;

/** Why a seat ended. */
enum Departure {
    LEFT,
    CONNECTION_ENDED,
    SESSION_ENDED,
    ROOM_DELETED,
    ACCOUNT_CLOSED,
    RESERVATION_EXPIRED,
    REPLACED_BY_NEWER_JOIN,
    MEDIA_SERVER_UNREACHABLE,
    NOT_AT_MEDIA_SERVER
}
