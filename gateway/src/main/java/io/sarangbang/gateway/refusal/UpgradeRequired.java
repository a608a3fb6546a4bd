package io.sarangbang.gateway.refusal;

import io.sarangbang.defaults.problem.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The address speaks WebSocket only (RFC 9110 §15.5.22). */
public final class UpgradeRequired extends Problem {

    public UpgradeRequired() {
        super(
                HttpStatus.UPGRADE_REQUIRED,
                "upgrade-required",
                "Speak WebSocket here",
                "This address takes WebSocket handshakes only.");
        getHeaders().set(HttpHeaders.UPGRADE, "websocket");
        getHeaders().set(HttpHeaders.CONNECTION, "Upgrade");
    }
}
