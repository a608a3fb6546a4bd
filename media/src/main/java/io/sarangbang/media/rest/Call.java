package io.sarangbang.media.rest;

import java.util.regex.MatchResult;
import org.eclipse.jetty.util.Fields;

/** One request, as far as routes need it. */
record Call(String path, MatchResult match, Fields query, String text) {

    /** The n-th variable part of the path. */
    String part(int number) {
        return match.group(number);
    }

    Body body() throws BadParameter {
        return Body.parse(text);
    }

    boolean asks(String name, boolean otherwise) {
        var value = query.getValue(name);
        return value == null ? otherwise : Boolean.parseBoolean(value);
    }

    /** What the real server says about a bad body. */
    Reply badRequest(BadParameter why) {
        return Reply.error(400, "Bad Request", String.valueOf(why.getMessage()), path);
    }
}
