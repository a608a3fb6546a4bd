package io.sarangbang.defaults.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

class RequestIdTests {

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "0199a000-0000-7000-8000-000000000001", "Abc-DEF-123"})
    void aHarmlessOneIsKept(String id) {
        assertThat(RequestId.acceptedOrNew(id)).isEqualTo(id);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "short",
                "has space",
                "new\nline-00",
                "${jndi:ldap://x}",
                "가나다라마바사아",
                "a_b_c_d_e",
                "12345678\r\nX: y"
            })
    void anyOtherIsReplaced(String id) {
        assertThat(RequestId.acceptedOrNew(id)).isNotEqualTo(id).matches("[0-9a-f-]{36}");
    }

    @Test
    void oneThatIsTooLongIsReplaced() {
        assertThat(RequestId.acceptedOrNew("a".repeat(65))).hasSize(36);
        assertThat(RequestId.acceptedOrNew("a".repeat(64))).hasSize(64);
    }

    @Test
    void outsideARequestThereIsNone() {
        assertThat(RequestId.current()).isEqualTo("none");
        try (var _ = MDC.putCloseable(RequestId.LOG_KEY, "12345678")) {
            assertThat(RequestId.current()).isEqualTo("12345678");
        }
    }
}
