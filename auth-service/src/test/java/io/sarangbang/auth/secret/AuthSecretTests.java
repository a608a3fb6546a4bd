package io.sarangbang.auth.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sarangbang.defaults.setup.SetupRefused;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthSecretTests {

    private static final AuthSecret SECRET = new AuthSecret("tvG1kQ8nX0yWmB7rJ4zLs9PfUe2HcAd6");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "tvG1kQ8nX0yWmB7rJ4zLs9PfUe2HcAd",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "abcabcabcabcabcabcabcabcabcabcabcabc",
                "please-change-me-please-change-me-please",
                "CHANGEME-tvG1kQ8nX0yWmB7rJ4zLs9PfUe2HcAd6",
                "this-is-the-default-secret-of-the-product",
                "your-secret-goes-here-with-32-characters",
                "01234567890123456789012345678901abcdefgh"
            })
    void whatIsShortOrAPlaceholderIsRefusedWithoutRepeatingIt(String value) {
        assertThatExceptionOfType(SetupRefused.class)
                .isThrownBy(() -> new AuthSecret(value))
                .withMessageStartingWith("AUTH_SECRET")
                .satisfies(it -> assertThat(value.isEmpty() || !it.getMessage().contains(value))
                        .isTrue());
    }

    @Test
    void eachPurposeHasAKeyOfItsOwnTheSameInEveryReplica() {
        var again = new AuthSecret(SECRET.value());

        assertThat(SECRET.key("a", "AES")).isEqualTo(again.key("a", "AES")).isNotEqualTo(SECRET.key("b", "AES"));
        assertThat(SECRET.key("a", "AES").getEncoded()).hasSize(32);
    }

    @Test
    void itDoesNotPrintItself() {
        assertThat(SECRET.toString()).doesNotContain("tvG1");
    }

    @Test
    void aBoxOpensWhatItSealedInItsContextAndNothingElse() {
        var box = SECRET.box("test");
        var content = "hello".getBytes(StandardCharsets.UTF_8);
        var sealed = box.seal(content, "here");

        assertThat(SECRET.box("test").open(sealed, "here")).hasValue(content);
        assertThat(box.open(sealed, "there")).isEmpty();
        assertThat(SECRET.box("other").open(sealed, "here")).isEmpty();
        assertThat(box.open(Arrays.copyOf(sealed, sealed.length - 1), "here")).isEmpty();
        assertThat(box.open(new byte[3], "here")).isEmpty();
        assertThat(box.seal(content, "here")).isNotEqualTo(sealed);
    }
}
