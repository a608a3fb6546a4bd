package io.sarangbang.auth.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sarangbang.auth.FakeProviders;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** which of Kakao's notices are for this application. */
class KakaoNoticesTests {

    private static final String OURS = "KakaoAK admin";

    @Test
    void aNoticeOfOurApplicationNamesThePerson() throws ForgedNotice {
        assertThat(notices("1000001", "admin").read(OURS, "1000001", "42"))
                .contains(new Subject("kakao", "1000001", "42"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"1000002", "", "kakao-client"})
    void aNoticeOfAnotherApplicationIsRefused(@Nullable String appId) {
        assertThatExceptionOfType(ForgedNotice.class)
                .isThrownBy(() -> notices("1000001", "admin").read(OURS, appId, "42"));
    }

    @Test
    void whereOurNumberIsNotSetTheKeySaysEnough() throws ForgedNotice {
        assertThat(notices("", "admin").read(OURS, "1000002", "42"))
                .contains(new Subject("kakao", "kakao-client", "42"));
    }

    @Test
    void withoutAnAdminKeyNothingIsTakenNotEvenAnEmptyOne() {
        assertThat(notices("", "").areTaken()).isFalse();
        assertThatExceptionOfType(ForgedNotice.class)
                .isThrownBy(() -> notices("", "").read("KakaoAK ", "1000001", "42"));
    }

    private static KakaoNotices notices(String appId, String adminKey) {
        var kakao = client("kakao-client", appId, adminKey);
        var settings = new ProviderSettings(kakao, client("", "", ""), Duration.ofMillis(500), Duration.ofMillis(700));
        return new KakaoNotices(settings);
    }

    private static ProviderClient client(String id, String appId, String adminKey) {
        var secret = id.isEmpty() ? "" : FakeProviders.SECRET;
        return new ProviderClient(id, secret, appId, adminKey, false, true, "", "", "", "", "", "");
    }
}
