package io.sarangbang.gateway.webapp;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.resource.PathResourceResolver;
import org.springframework.web.reactive.resource.ResourceResolver;
import org.springframework.web.reactive.resource.ResourceWebHandler;
import org.springframework.web.server.WebHandler;

@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${sarangbang.web.root:}' != ''")
class WebAppConfiguration {

    /** After the gateway's routes: what no route takes may be a file or a page. */
    private static final int AFTER_ROUTES = 10;

    @Bean
    SimpleUrlHandlerMapping webApp(WebAppSettings settings) throws Exception {
        Resource root =
                new FileSystemResource(Objects.requireNonNull(settings.root()).toAbsolutePath() + "/");
        // The build names these files after their content.
        var assets = handler(
                root.createRelative("assets/"),
                new PathResourceResolver(),
                CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        var pages = handler(root, new PageResolver(), CacheControl.noCache());
        var mapping = new SimpleUrlHandlerMapping();
        mapping.setOrder(AFTER_ROUTES);
        var handlers = new LinkedHashMap<String, WebHandler>();
        handlers.put("/assets/**", assets);
        handlers.put("/**", pages);
        handlers.put("/", front(pages));
        mapping.setUrlMap(handlers);
        return mapping;
    }

    /** The resource handler takes an empty path for a mistake. */
    private static WebHandler front(WebHandler pages) {
        var page = PathContainer.parsePath("index.html");
        return exchange -> {
            exchange.getAttributes().put(HandlerMapping.PATH_WITHIN_HANDLER_MAPPING_ATTRIBUTE, page);
            return pages.handle(exchange);
        };
    }

    private static ResourceWebHandler handler(Resource root, ResourceResolver resolver, CacheControl caching)
            throws Exception {
        var handler = new ResourceWebHandler();
        handler.setLocations(List.of(root));
        handler.setResourceResolvers(List.of(resolver));
        handler.setCacheControl(caching);
        handler.setMediaTypes(java.util.Map.of(
                "html", MediaType.parseMediaType("text/html;charset=UTF-8"),
                "webmanifest", MediaType.parseMediaType("application/manifest+json")));
        handler.afterPropertiesSet();
        return handler;
    }
}
