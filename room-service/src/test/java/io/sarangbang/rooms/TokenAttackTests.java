package io.sarangbang.rooms;

import io.sarangbang.houserules.Arrivals;
import io.sarangbang.houserules.TokenAttacks;
import java.net.URI;
import java.security.KeyPair;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RoomServiceOnAPort
class TokenAttackTests extends TokenAttacks {

    @LocalServerPort
    private int port;

    @Autowired
    private Arrivals arrivals;

    @Override
    protected URI address() {
        return URI.create("http://127.0.0.1:" + port + "/api/rooms");
    }

    @Override
    protected KeyPair keys() {
        return RoomServiceTest.KEYS;
    }

    @Override
    protected String keyId() {
        return RoomServiceTest.KEY_ID;
    }

    @Override
    protected int arrivals() {
        return arrivals.count();
    }
}
