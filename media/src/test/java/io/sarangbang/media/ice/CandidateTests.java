package io.sarangbang.media.ice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class CandidateTests {

    private static InetAddress address(String text) throws IOException {
        return InetAddress.getByName(text);
    }

    @Test
    void aUdpCandidateIsWrittenAsBrowsersReadIt() throws IOException {
        assertThat(new Candidate(address("192.0.2.7"), 21_000, false, 0).line())
                .isEqualTo("candidate:1 1 udp 2130706431 192.0.2.7 21000 typ host");
    }

    @Test
    void aTcpCandidateIsPassiveAndComesLater() throws IOException {
        var tcp = new Candidate(address("192.0.2.7"), 21_000, true, 0);
        assertThat(tcp.line()).endsWith(" tcp 1526726655 192.0.2.7 21000 typ host tcptype passive");
        assertThat(tcp.priority()).isLessThan(new Candidate(address("::1"), 21_000, false, 9).priority());
    }

    @Test
    void aMoreUsefulAddressHasTheHigherPriority() throws IOException {
        assertThat(new Candidate(address("192.0.2.7"), 1, false, 0).priority())
                .isGreaterThan(new Candidate(address("192.0.2.8"), 1, false, 1).priority());
    }

    @Test
    void theZoneOfAnAddressStaysHere() throws IOException {
        var scoped = java.net.Inet6Address.getByAddress(null, address("fd00::2").getAddress(), 1);
        assertThat(Candidate.text(scoped)).isEqualTo("fd00:0:0:0:0:0:0:2");
    }

    @Test
    void loopbackIsOfferedLastAndLinkLocalNever() throws IOException {
        var found = LocalAddresses.discover();
        assertThat(found).isNotEmpty().noneMatch(InetAddress::isLinkLocalAddress);
        assertThat(found).anyMatch(InetAddress::isLoopbackAddress);
        int firstLoopback = 0;
        while (!found.get(firstLoopback).isLoopbackAddress()) {
            firstLoopback++;
        }
        assertThat(found.subList(firstLoopback, found.size())).allMatch(InetAddress::isLoopbackAddress);
    }

    @Test
    void credentialsDifferAndDoNotShowTheirPassword() {
        var credentials = IceCredentials.random();
        assertThat(credentials).isNotEqualTo(IceCredentials.random());
        assertThat(credentials.ufrag()).matches("[A-Za-z0-9]{12}");
        assertThat(credentials.password()).matches("[A-Za-z0-9]{24}");
        assertThat(credentials.toString()).doesNotContain(credentials.password());
    }
}
