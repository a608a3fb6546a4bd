package io.sarangbang.houserules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The manual of settings says all that is read anywhere, and nothing that nobody reads; and what is set arrives. */
class SettingsManualTests {

    private static final Pattern READ = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^{}]*)})?");

    private static final Pattern READ_WITH_DEFAULT = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):?[-=?+]");

    /** What the compose file settles by itself, the same for everybody. */
    private static final Pattern SETTLED = Pattern.compile("PORT|MANAGEMENT_PORT|LOG_FORMAT|EUREKA_URL|TRUSTED_PROXIES"
            + "|DB_(URL|USER|PASSWORD)|STAND_IN_URL|(KAKAO|NAVER)_(AUTHORIZE|TOKEN|USER_INFO|UNLINK)_URI|STANDIN_.*");

    /** What is none of a service's business, though all of them could read it: the gateway has no database. */
    private static final Map<String, Set<String>> NOT_FOR = Map.of("gateway", Set.of("INSTALLATION_ID"));

    /** What has a use outside containers only: for bin/dev, for tests, and for stand-ins of OpenID Connect. */
    private static final Set<String> NOT_IN_CONTAINERS = Set.of(
            "BIND_ADDRESS",
            "WEB_ROOT",
            "MEDIA_URL",
            "KAKAO_ISSUER_URI",
            "KAKAO_JWK_SET_URI",
            "NAVER_ISSUER_URI",
            "NAVER_JWK_SET_URI",
            "STANDIN_PUBLIC_URL",
            "STANDIN_KAKAO_LOGOUT_REDIRECT_URIS");

    /** What scripts in containers take for granted, and tests set otherwise. */
    private static final Set<String> TAKEN_FOR_GRANTED = Set.of(
            "CERTIFICATES",
            "OWN_CERTIFICATES",
            "LEAF_DAYS",
            "CERTIFICATE_CHECK_SECONDS",
            "GATEWAY_UPSTREAM",
            "COTURN_UPSTREAM",
            "RESOLVER",
            "RELAY_MIN_PORT",
            "RELAY_MAX_PORT",
            "TURN_USER_QUOTA",
            "TURN_TOTAL_QUOTA");

    private final SettingsManual manual = SettingsManual.read();
    private final ComposeFiles compose = ComposeFiles.read();
    private final HandedSecrets secrets = HandedSecrets.read();

    @Test
    void everyVariableOfTheComposeFilesAndEverySecretIsInTheManual() {
        assertThat(manual.variables()).containsAll(compose.variables()).containsAll(secrets.given());
    }

    @Test
    void nothingIsInTheManualThatNobodyReads() {
        var read = new TreeSet<>(compose.variables());
        read.addAll(Set.of("COMPOSE_FILE", "COMPOSE_PROFILES")); // by docker compose itself
        read.addAll(secrets.given());

        assertThat(read).containsAll(manual.variables());
    }

    @Test
    void whatIsNotChangedIsAsTheManualShowsIt() {
        assertThat(compose.filledIn(manual.shown())).isEqualTo(compose.filledIn(Map.of()));
        assertThat(compose.filledIn(Map.of("DOMAIN", "x"))).isNotEqualTo(compose.filledIn(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "auth-service", "user-service", "room-service", "discovery", "social-stand-in"})
    void whatAServiceReadsArrivesInItsContainer(String service) {
        var arriving = new TreeSet<>(compose.given(service));
        arriving.addAll(secrets.handedTo(service));
        arriving.addAll(NOT_IN_CONTAINERS);
        arriving.addAll(NOT_FOR.getOrDefault(service, Set.of()));

        assertThat(read(service)).isNotEmpty();
        assertThat(arriving).containsAll(read(service).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "auth-service", "user-service", "room-service", "discovery", "social-stand-in"})
    void whatAServiceReadsIsInTheManualOrSettled(String service) {
        assertThat(read(service).keySet())
                .allMatch(it -> manual.variables().contains(it)
                        || NOT_IN_CONTAINERS.contains(it)
                        || SETTLED.matcher(it).matches());
    }

    @ParameterizedTest
    @CsvSource({
        "nginx,   nginx/bin/edge",
        "nginx,   nginx/bin/edge-certificates",
        "nginx,   nginx/bin/edge-watch",
        "certbot, nginx/keep-certificates",
        "coturn,  deploy/coturn/turn",
        "media,   deploy/image/media-settings",
    })
    void whatAScriptReadsArrivesInItsContainer(String container, String script) {
        var arriving = new TreeSet<>(compose.given(container));
        arriving.addAll(secrets.handedTo(container));
        arriving.addAll(TAKEN_FOR_GRANTED);
        var read = READ_WITH_DEFAULT
                .matcher(Repository.text(script))
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toSet());

        assertThat(read).isNotEmpty();
        assertThat(arriving).containsAll(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "auth-service", "user-service", "room-service"})
    void whatAServiceGetsItReads(String service) {
        var others = Stream.of("gateway", "auth-service") // share what is to be known of sign-in
                .flatMap(it -> read(it).keySet().stream());
        var read = Stream.concat(read(service).keySet().stream(), others).collect(Collectors.toSet());

        assertThat(read).containsAll(compose.given(service));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "auth-service"})
    void theManualShowsWhatAServiceTakesWhereNothingIsSet(String service) {
        var defaults = new HashMap<>(read(service));
        defaults.keySet().retainAll(compose.handedOn(service));

        assertThat(defaults).isNotEmpty();
        assertThat(manual.shown()).containsAllEntriesOf(defaults);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MEDIA_SERVER media", "SIGN_IN sign-in", "TLS tls"})
    void everyChoiceIsExplained(String choice) {
        var parts = choice.split(" ");
        var choices = Repository.namesIn("deploy/compose").stream()
                .filter(it -> it.matches(parts[1] + "-.*\\.yml"))
                .map(it -> it.substring(parts[1].length() + 1, it.length() - ".yml".length()));

        assertThat(choices)
                .isNotEmpty()
                .allMatch(it -> manual.explanation(parts[0]).contains(it + ": "));
    }

    @Test
    void theManualHoldsNoSecret() {
        assertThat(manual.shown())
                .allSatisfy((name, value) -> assertThat(value)
                        .as(name)
                        .matches(it ->
                                it.isBlank() || !name.matches(".*(SECRET|KEY|PASSWORD|CLIENT_ID|INSTALLATION_ID)")));
    }

    @Test
    void theAddressesToRegisterAreThoseThatAreServed() {
        assertThat(manual.text())
                .contains(
                        "${PUBLIC_URL}/api/auth/callback/kakao",
                        "${PUBLIC_URL}/api/auth/callback/naver",
                        "${PUBLIC_URL}/api/auth/webhooks/kakao/unlink",
                        "${PUBLIC_URL}/api/auth/webhooks/naver/unlink");
    }

    /** What a service's configuration takes from the environment, with what it takes where nothing is set. */
    private static Map<String, String> read(String service) {
        var own = settingsOf(service);
        var all = own.contains("service-defaults.yml") ? own + settingsOf("service-defaults") : own;
        var read = new HashMap<String, String>();
        READ.matcher(all).results().forEach(it -> read.put(it.group(1), it.group(2) == null ? "" : it.group(2)));
        return read;
    }

    private static String settingsOf(String module) {
        return Repository.textsUnder(module + "/src/main/resources", ".yml")
                + Repository.textsUnder(module + "/src/main/java", ".java");
    }
}
