package io.sarangbang.auth.provider;

import java.net.URI;

/** Where a provider is asked: {@code authorize} by browsers, the other two by this service. */
record Endpoints(String authorize, String token, String userInfo) {

    boolean haveTheHostsOf(Endpoints other) {
        return host(authorize).equals(host(other.authorize))
                && host(token).equals(host(other.token))
                && host(userInfo).equals(host(other.userInfo));
    }

    private static String host(String address) {
        return URI.create(address).getAuthority();
    }
}
