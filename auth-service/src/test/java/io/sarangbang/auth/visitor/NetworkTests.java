package io.sarangbang.auth.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTests {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 203.0.113.0/24",
        "203.0.113.0, 203.0.113.0/24",
        "0.0.0.0, 0.0.0.0/24",
        "255.255.255.255, 255.255.255.0/24",
        "' 203.0.113.77 ', 203.0.113.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:0:0:0:0:0/48",
        "2001:db8::1, 2001:db8:0:0:0:0:0:0/48",
        "::1, 0:0:0:0:0:0:0:0/48",
        "fe80::1%1, fe80:0:0:0:0:0:0:0/48"
    })
    void anAddressLosesItsEnd(String address, String network) {
        assertThat(Network.of(address)).isEqualTo(network);
    }

    /** Else all IPv4 visitors of a server that listens on IPv6 would come from one network. */
    @ParameterizedTest
    @ValueSource(strings = {"::ffff:203.0.113.77", "::ffff:cb00:714d", "0:0:0:0:0:ffff:203.0.113.77"})
    void anIpv4AddressWithinIpv6IsOne(String address) {
        assertThat(Network.of(address)).isEqualTo("203.0.113.0/24");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "unknown",
                "localhost",
                "example.com",
                "203.0.113.77, 198.51.100.1",
                "203.0.113.256",
                "203.0.113.77:443",
                "203.0.113",
                "1",
                "3405803853",
                "0x7f.1.1.1",
                "[2001:db8::1]",
                "[2001:db8::1]:443",
                "2001:db8:::1",
                "1:2:3:4:5:6:7:8:9",
                "<script>alert(1)</script>",
                "203.0.113.77\u0000"
            })
    void whatIsNoAddressIsNoNetwork(String rubbish) {
        assertThat(Network.of(rubbish)).isNull();
    }

    @Test
    void whatIsVeryLongIsNoNetwork() {
        assertThat(Network.of("1".repeat(10_000))).isNull();
        assertThat(Network.of("::" + "0".repeat(10_000))).isNull();
    }

    @Test
    void noAddressIsNoNetwork() {
        assertThat(Network.of(null)).isNull();
    }
}
