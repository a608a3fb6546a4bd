package io.sarangbang.gateway.routing;

import io.sarangbang.defaults.setup.Installation;
import java.net.URI;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The whole of what is reachable. Nothing is routed by pattern of service names, so {@code /internal/**} and the services'
 * actuators have no way in; the gateway's own {@code /actuator/health} answers on its port, which the TLS edge does not route.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

    @Bean
    RouteLocator services(RouteLocatorBuilder builder) {
        return builder.routes()
                .route(
                        "auth-service",
                        it -> it.path("/api/auth/**", "/.well-known/jwks.json").uri("lb://auth-service"))
                .route("user-service", it -> it.path("/api/users/**").uri("lb://user-service"))
                .route(
                        "room-service",
                        it -> it.path("/api/rooms/**", "/api/connection-tests").uri("lb://room-service"))
                .build();
    }

    @Bean
    RouteLocator neighbours(
            RouteLocatorBuilder builder, RoutingSettings settings, SignallingDoor door, Installation installation) {
        var routes = builder.routes();
        var media = settings.mediaUrl();
        if (media != null) {
            // Exactly this path: the media server's REST API lies beneath it and answers to room-service alone.
            routes.route(
                    "media-server",
                    it -> it.path("/openvidu").filters(f -> f.filter(door)).uri(webSocket(media)));
        }
        var standIn = settings.standInUrl();
        installation.refuseInProduction(
                standIn != null,
                "STAND_IN_URL leads to stand-ins, where anybody can be anybody; leave it unset where"
                        + " ENVIRONMENT=production (SIGN_IN=providers).");
        if (standIn != null) {
            routes.route(
                    "stand-in",
                    it -> it.path("/stand-in/**").filters(f -> f.stripPrefix(1)).uri(standIn));
        }
        return routes.build();
    }

    static URI webSocket(URI address) {
        return URI.create(address.toString().replaceFirst("^http", "ws"));
    }
}
