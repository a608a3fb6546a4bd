package io.sarangbang.rooms.profile;

import io.sarangbang.defaults.request.RequestId;
import io.sarangbang.defaults.token.Caller;
import io.sarangbang.rooms.text.PlainText;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.client.loadbalancer.LoadBalancerClient;
import org.springframework.cloud.client.loadbalancer.LoadBalancerInterceptor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The name somebody is shown by: what they chose in their profile; while user-service does not answer, or to an API key that
 * is not good for profiles, what their sign-in provider calls them. Nobody is kept out of a room for want of a name.
 */
@Component
public class DisplayNames {

    private static final Logger log = LoggerFactory.getLogger(DisplayNames.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final String PROFILE = "profile:read";
    private static final String NEUTRAL = "손님";
    private static final int LONGEST = 40;

    private final RestClient users;

    /** The client is built here, not taken from a builder bean: Eureka would take a load-balanced one for its own calls. */
    DisplayNames(LoadBalancerClient services) {
        var http = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        http.setReadTimeout(PATIENCE);
        this.users = RestClient.builder()
                .requestFactory(http)
                .requestInterceptor(new LoadBalancerInterceptor(services))
                .baseUrl("http://user-service")
                .build();
    }

    public String of(Caller caller) {
        var chosen = caller.may(PROFILE) ? PlainText.salvaged(chosenBy(caller), LONGEST) : null;
        if (chosen != null) {
            return chosen;
        }
        var nickname = PlainText.salvaged(caller.nickname(), LONGEST);
        return nickname == null ? NEUTRAL : nickname;
    }

    private @Nullable String chosenBy(Caller caller) {
        try {
            var profile = users.get()
                    .uri("/api/users/me")
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + caller.token())
                    .header(RequestId.HEADER, RequestId.current())
                    .retrieve()
                    .body(Profile.class);
            return profile == null ? null : profile.displayName();
        } catch (RestClientException | IllegalStateException e) {
            // IllegalStateException is what the load balancer throws when it knows no instance
            log.info("user-service told no name: {}", e.getMessage());
            return null;
        }
    }

    private record Profile(@Nullable String displayName) {}
}
