package io.sarangbang.auth.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.Browser;
import io.sarangbang.auth.RunningService;
import io.sarangbang.auth.visitor.Visitor;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class NoticeEndpointTests extends RunningService {

    @Autowired
    private Notices notices;

    @Test
    void aNoticeIsShownUntilItIsRead() {
        var browser = signedIn(kakaoPerson("8111"));
        tell(browser);
        var notice = unread(browser).getFirst();

        assertThat(unread(browser)).hasSize(1);
        assertThat(reads(browser, notice).statusCode()).isEqualTo(204);
        assertThat(unread(browser)).isEmpty();
        assertThat(reads(browser, notice).statusCode()).isEqualTo(204);
    }

    @Test
    void thatOfAnotherStaysAndNobodyLearnsWhetherItIsThere() {
        var owner = signedIn(kakaoPerson("8112"));
        tell(owner);
        var notice = unread(owner).getFirst();

        assertThat(reads(signedIn(kakaoPerson("8113")), notice).statusCode()).isEqualTo(204);
        assertThat(unread(owner)).hasSize(1);
    }

    @Test
    void withoutOurHeaderOrASignInNothingIsRead() {
        var owner = signedIn(kakaoPerson("8114"));
        tell(owner);
        var notice = unread(owner).getFirst();

        isProblem(owner.send("DELETE", "/api/auth/notices/" + notice), 403, "cross-site-request");
        isProblem(reads(browser(), notice), 401, "not-signed-in");
        isProblem(reads(owner, "x"), 400, "malformed-request");
        assertThat(unread(owner)).hasSize(1);
    }

    private void tell(Browser browser) {
        notices.tell(
                caller(browser).accountId(),
                NoticeKind.IDENTITY_LINKED,
                new Visitor("Chrome · Windows", null),
                "naver");
    }

    private static List<String> unread(Browser browser) {
        return json(browser.opens("/api/auth/session"))
                .path("notices")
                .valueStream()
                .map(it -> it.path("id").asString())
                .toList();
    }

    private static HttpResponse<String> reads(Browser browser, String notice) {
        return browser.send("DELETE", "/api/auth/notices/" + notice, "X-Requested-With", "sarangbang");
    }
}
