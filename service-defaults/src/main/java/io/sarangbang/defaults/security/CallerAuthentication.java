package io.sarangbang.defaults.security;

import io.sarangbang.defaults.token.Caller;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

final class CallerAuthentication extends AbstractAuthenticationToken {

    private final Caller caller;

    CallerAuthentication(Caller caller) {
        super(List.of());
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public Object getCredentials() {
        return caller.token();
    }
}
