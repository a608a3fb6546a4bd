package io.sarangbang.doctor.turn;

/** How a browser may reach a TURN server. */
enum Way {
    UDP,
    TCP,
    TLS
}
