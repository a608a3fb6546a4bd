package io.sarangbang.auth.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class VisitorTests {

    @Test
    void isKnownByDeviceAndNetwork() {
        var request = new MockHttpServletRequest();
        request.addHeader("User-Agent", "Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36");
        request.addHeader("X-Forwarded-For", "203.0.113.77");

        assertThat(Visitor.of(request)).isEqualTo(new Visitor("Chrome · Windows", "203.0.113.0/24"));
    }

    @Test
    void withoutHeadersIsNobody() {
        assertThat(Visitor.of(new MockHttpServletRequest())).isEqualTo(Visitor.NONE);
    }

    /** The gateway is the peer of every connection; its own address is nobody's network. */
    @Test
    void theAddressOfTheConnectionIsNotTheirs() {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("10.0.0.7");

        assertThat(Visitor.of(request).network()).isNull();
    }

    @Test
    void aListOfAddressesIsNotBelieved() {
        var request = new MockHttpServletRequest();
        request.addHeader("X-Forwarded-For", "198.51.100.1, 203.0.113.77");

        assertThat(Visitor.of(request).network()).isNull();
    }

    @Test
    void whatTheBrowserSaysOfItselfIsNeverRepeated() {
        var request = new MockHttpServletRequest();
        request.addHeader("User-Agent", "<script>alert(1)</script> Chrome/130.0 (Windows)");

        assertThat(Visitor.of(request).device()).isEqualTo("Chrome · Windows");
    }
}
