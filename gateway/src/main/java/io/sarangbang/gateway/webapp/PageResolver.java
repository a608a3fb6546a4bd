package io.sarangbang.gateway.webapp;

import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.web.reactive.resource.PathResourceResolver;
import reactor.core.publisher.Mono;

/** Files as they are; every other address that the web app's own router may know gets its one page. */
final class PageResolver extends PathResourceResolver {

    private static final Set<String> NOT_PAGES =
            Set.of("api", "openvidu", "internal", "actuator", "stand-in", "assets", ".well-known");

    @Override
    protected Mono<Resource> getResource(String path, Resource location) {
        return super.getResource(path, location)
                .switchIfEmpty(
                        Mono.defer(() -> mayBePage(path) ? super.getResource("index.html", location) : Mono.empty()));
    }

    private static boolean mayBePage(String path) {
        var first = path.startsWith("/") ? path.substring(1) : path;
        var slash = first.indexOf('/');
        var lastSegment = path.substring(path.lastIndexOf('/') + 1);
        return !NOT_PAGES.contains(slash < 0 ? first : first.substring(0, slash)) && !lastSegment.contains(".");
    }
}
