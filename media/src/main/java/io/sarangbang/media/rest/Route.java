package io.sarangbang.media.rest;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A method, a path, and what answers it. */
record Route(String method, Pattern path, boolean open, Action action) {

    private static final String API = "/openvidu/api";

    /** @param path below the API; {@code *} stands for one variable part */
    static Route of(String method, String path, Action action) {
        return new Route(method, compile(API + path), false, action);
    }

    /** A path that asks for no credentials. */
    static Route open(String path, Action action) {
        return new Route("GET", compile(path), true, action);
    }

    static Route openApi(String path, Action action) {
        return open(API + path, action);
    }

    boolean matches(String wanted) {
        return path.matcher(wanted).matches();
    }

    /** The variable parts of a path that matches. */
    MatchResult match(String wanted) {
        var matcher = path.matcher(wanted);
        matcher.matches();
        return matcher.toMatchResult();
    }

    private static Pattern compile(String path) {
        return Pattern.compile(path.replace("*", "([^/]+)") + "/?");
    }

    /** What a route does. */
    interface Action {
        Reply answer(Call call) throws BadParameter;
    }
}
