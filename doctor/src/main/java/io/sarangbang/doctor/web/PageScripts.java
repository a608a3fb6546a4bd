package io.sarangbang.doctor.web;

import io.sarangbang.doctor.wire.Reply;
import io.sarangbang.doctor.wire.Wire;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The scripts that a page loads, and those that they load in turn, as far as they are named in the text. */
final class PageScripts {

    private static final Pattern SCRIPT = Pattern.compile("[\"'`](?:[./]*)(assets/[\\w.-]+\\.m?js)[\"'`]");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)\\b(?:https?|wss?)://(?:localhost|127\\.\\d+\\.\\d+\\.\\d+"
                    + "|10\\.\\d+\\.\\d+\\.\\d+|192\\.168\\.\\d+\\.\\d+|172\\.(?:1[6-9]|2\\d|3[01])\\.\\d+\\.\\d+)(?::\\d+)?");
    private static final int MOST = 80;

    private final Wire wire;
    private final URI base;

    PageScripts(Wire wire, URI base) {
        this.wire = wire;
        this.base = base;
    }

    /** Addresses of development in them. */
    List<String> addresses(Reply page) throws IOException {
        var found = new LinkedHashSet<String>();
        var seen = new LinkedHashSet<String>();
        var texts = new ArrayDeque<>(List.of(page.text()));
        while (!texts.isEmpty()) {
            var text = texts.pop();
            found.addAll(in(text));
            for (var script : scripts(text)) {
                if (seen.size() < MOST && seen.add(script)) {
                    texts.add(load(script));
                }
            }
        }
        return List.copyOf(found);
    }

    static Set<String> in(String text) {
        var found = new LinkedHashSet<String>();
        ADDRESS.matcher(text).results().forEach(it -> found.add(it.group()));
        return found;
    }

    static List<String> scripts(String text) {
        var found = new ArrayList<String>();
        SCRIPT.matcher(text).results().forEach(it -> found.add(it.group(1)));
        return found;
    }

    private String load(String script) throws IOException {
        var reply = wire.getFromAnybody(base.resolve("/" + script));
        if (reply.status() != 200) {
            throw new IOException("/" + script + " answers " + reply.status());
        }
        return reply.text();
    }
}
