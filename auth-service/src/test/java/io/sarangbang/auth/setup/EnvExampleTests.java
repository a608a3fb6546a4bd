package io.sarangbang.auth.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The manual of settings says all that is read here, and nothing that nobody reads. */
class EnvExampleTests {

    private static final Pattern READ = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)");
    private static final Pattern LISTED = Pattern.compile("(?m)^#?([A-Z][A-Z0-9_]*)=(.*)$");
    private static final Pattern SIGN_IN = Pattern.compile("(KAKAO|NAVER|SESSION|SIGNING)_.*");

    @Test
    void everySettingOfSignInIsInTheManual() throws IOException {
        assertThat(listed()).containsAll(read());
    }

    @Test
    void nothingOfSignInIsInTheManualThatNobodyReads() throws IOException {
        assertThat(read())
                .containsAll(listed().stream()
                        .filter(it -> SIGN_IN.matcher(it).matches())
                        .toList());
    }

    @Test
    void theManualHoldsNoSecret() throws IOException {
        var filled = LISTED.matcher(manual())
                .results()
                .filter(it -> it.group(1).matches(".*(SECRET|KEY|PASSWORD|CLIENT_ID)"))
                .filter(it -> !it.group(2).isBlank());

        assertThat(filled).isEmpty();
    }

    @Test
    void theAddressesToRegisterAreThoseThatAreServed() throws IOException {
        assertThat(manual())
                .contains(
                        "${PUBLIC_URL}/api/auth/callback/kakao",
                        "${PUBLIC_URL}/api/auth/callback/naver",
                        "${PUBLIC_URL}/api/auth/webhooks/kakao/unlink",
                        "${PUBLIC_URL}/api/auth/webhooks/naver/unlink");
    }

    private static Set<String> read() throws IOException {
        var yaml = Files.readString(Path.of("src/main/resources/application.yml"));
        return READ.matcher(yaml)
                .results()
                .map(it -> it.group(1))
                .filter(it -> !it.startsWith("DB_"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> listed() throws IOException {
        return LISTED.matcher(manual()).results().map(it -> it.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String manual() throws IOException {
        return Files.readString(Path.of("../.env.example"));
    }
}
