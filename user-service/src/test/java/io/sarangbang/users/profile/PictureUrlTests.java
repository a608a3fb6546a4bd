package io.sarangbang.users.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureUrlTests {

    @ParameterizedTest
    @CsvSource({
        "https://phinf.pstatic.net/a.jpg?type=s80, https://phinf.pstatic.net/a.jpg?type=s80",
        "http://k.kakaocdn.net/dn/a/b/img.jpg, https://k.kakaocdn.net/dn/a/b/img.jpg",
        "HTTP://K.KakaoCDN.net/a.jpg, https://K.KakaoCDN.net/a.jpg",
        "http://img1.kakaocdn.net/thumb/R640x640.q70/?fname=http://t1.kakaocdn.net/x.jpeg, "
                + "https://img1.kakaocdn.net/thumb/R640x640.q70/?fname=http://t1.kakaocdn.net/x.jpeg"
    })
    void httpsIsKeptAndKakaosHttpIsUpgraded(String told, String kept) {
        assertThat(PictureUrl.told(told)).isEqualTo(kept);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "http://pictures.example.com/a.jpg",
                "http://evilkakaocdn.net/a.jpg",
                "http://kakaocdn.net.evil.example/a.jpg",
                "http://k.kakaocdn.net:8080/a.jpg",
                "http://k.kakaocdn.net@evil.example/a.jpg",
                "https://user:password@pictures.example.com/a.jpg",
                "//pictures.example.com/a.jpg",
                "/a.jpg",
                "javascript:alert(1)",
                "data:image/png;base64,AAAA",
                "https:",
                "https:///a.jpg",
                "https://a b/",
                "https://pictures.example.com/\n" + "\"><script>"
            })
    void whatCannotBeShownSafelyIsNoPicture(String told) {
        assertThat(PictureUrl.told(told)).isNull();
    }

    @org.junit.jupiter.api.Test
    void anAddressTooLongIsNoPicture() {
        assertThat(PictureUrl.told("https://pictures.example.com/" + "a".repeat(2048)))
                .isNull();
    }
}
