package io.sarangbang.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ClientAddressTests {

    private final ClientAddress addresses = new ClientAddress(new ProxySettings(
            List.of(Cidr.valueOf("10.0.0.0/8"), Cidr.valueOf("fd00::/8"), Cidr.valueOf("127.0.0.1"))));

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, '',                                  203.0.113.7",
        "203.0.113.7, '198.51.100.1',                      203.0.113.7",
        "10.1.2.3,    '198.51.100.1',                      198.51.100.1",
        "10.1.2.3,    '192.0.2.66, 198.51.100.1',          198.51.100.1",
        "10.1.2.3,    '198.51.100.1, 10.9.9.9',            198.51.100.1",
        "10.1.2.3,    'nonsense',                          10.1.2.3",
        "10.1.2.3,    'localhost',                         10.1.2.3",
        "10.1.2.3,    '',                                  10.1.2.3",
        "fd00::5,     '2001:db8::1',                       2001:db8:0:0:0:0:0:1",
        "2001:db8::2, '198.51.100.1',                      2001:db8:0:0:0:0:0:2",
    })
    void onlyTrustedProxiesVouchForOthers(String peer, String forwarded, String client) {
        var request = MockServerHttpRequest.get("/")
                .remoteAddress(new InetSocketAddress(InetAddress.ofLiteral(peer), 4711))
                .header("X-Forwarded-For", forwarded)
                .build();

        assertThat(addresses.of(request)).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7,         203.0.113.7",
        "::ffff:203.0.113.7,  203.0.113.7",
        "2001:db8:1:2::1,     20010db800010002/64",
        "2001:db8:1:2:ffff::, 20010db800010002/64",
        "2001:db8:1:3::1,     20010db800010003/64",
    })
    void whoeverHasAnIpv6NetworkIsCountedAsOne(String client, String household) {
        var request = MockServerHttpRequest.get("/")
                .remoteAddress(new InetSocketAddress(InetAddress.ofLiteral("10.0.0.1"), 4711))
                .header("X-Forwarded-For", client)
                .build();

        assertThat(addresses.household(request)).isEqualTo(household);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,     10.255.0.1, true",
        "10.0.0.0/8,     11.0.0.1,   false",
        "172.16.0.0/12,  172.31.9.9, true",
        "172.16.0.0/12,  172.32.0.1, false",
        "0.0.0.0/0,      8.8.8.8,    true",
        "192.0.2.1,      192.0.2.1,  true",
        "192.0.2.1,      192.0.2.2,  false",
        "fd00::/8,       fd12::1,    true",
        "fd00::/8,       10.0.0.1,   false",
    })
    void aRangeHoldsWhatItSays(String range, String address, boolean inside) {
        assertThat(Cidr.valueOf(range).contains(InetAddress.ofLiteral(address))).isEqualTo(inside);
    }

    @Test
    void aRangeThatIsNoneStopsTheStart() {
        assertThatThrownBy(() -> Cidr.valueOf("nginx")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cidr.valueOf("10.0.0.0/33")).isInstanceOf(IllegalArgumentException.class);
    }
}
