package io.sarangbang.standin.consent;

import io.sarangbang.standin.people.Provider;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Somebody's browser at the door of a provider.
 *
 * @param items what the client wants to know
 * @param accepted the browser's languages, best first; empty when it named none
 */
public record Visit(Provider provider, List<Item> items, List<Locale> accepted) {

    /** One thing to share; a required one can't be unticked. */
    public record Item(String scope, boolean required) {}

    public static Visit of(Provider provider, List<Item> items, HttpServletRequest request) {
        // Without the header the container reports the server's own locale, which says nothing about the visitor.
        var accepted = request.getHeader("Accept-Language") == null
                ? List.<Locale>of()
                : Collections.list(request.getLocales());
        return new Visit(provider, items, accepted);
    }
}
