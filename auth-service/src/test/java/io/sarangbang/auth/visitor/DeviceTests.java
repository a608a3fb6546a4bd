package io.sarangbang.auth.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 | Chrome · Windows",
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0 | Edge · Windows",
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Whale/4.28 Safari/537.36 | Whale · Windows",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) Version/17.0 Safari/605.1.15 | Safari · macOS",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1 | Safari · iPhone",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile/15E148 KAKAOTALK 10.4 | KakaoTalk · iPhone",
                "Mozilla/5.0 (Linux; Android 14; SM-S911N) SamsungBrowser/26.0 Chrome/122.0 | Samsung Internet · Android",
                "Mozilla/5.0 (Linux; Android 14) Chrome/130.0 Safari/537.36 NAVER(inapp; search; 1800) | NAVER · Android",
                "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0 | Firefox · Linux",
                "curl/8.5.0 | Unknown device",
                "'' | Unknown device",
                " | Unknown device"
            })
    void aUserAgentIsNamedForPeople(String userAgent, String name) {
        assertThat(Device.of(userAgent)).isEqualTo(name);
    }
}
