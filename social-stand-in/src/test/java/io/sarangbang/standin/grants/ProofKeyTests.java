package io.sarangbang.standin.grants;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofKeyTests {

    /** RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @Test
    void theStandardsExampleProves() {
        assertThat(ProofKey.proves(CHALLENGE, VERIFIER)).isTrue();
        assertThat(ProofKey.proves(VERIFIER, VERIFIER)).isFalse();
        assertThat(ProofKey.proves(CHALLENGE, VERIFIER.toLowerCase(java.util.Locale.ROOT)))
                .isFalse();
    }

    @Test
    void bothComeOrNeither() {
        assertThat(ProofKey.proves(null, null)).isTrue();
        assertThat(ProofKey.proves(CHALLENGE, null)).isFalse();
        assertThat(ProofKey.proves(null, VERIFIER)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                CHALLENGE + ", S256, true",
                "-, -, true",
                CHALLENGE + ", plain, false",
                CHALLENGE + ", s256, false",
                CHALLENGE + ", -, false",
                "-, S256, false",
                CHALLENGE + "=, S256, false",
                "short, S256, false"
            })
    void onlyS256IsAcceptable(String challenge, String method, boolean acceptable) {
        assertThat(ProofKey.acceptable(challenge, method)).isEqualTo(acceptable);
    }
}
