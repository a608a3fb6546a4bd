package io.sarangbang.standin.kakao;

import io.sarangbang.standin.notices.Messenger;
import io.sarangbang.standin.notices.UnlinkNotice;
import io.sarangbang.standin.notices.UnlinkNotice.Fault;
import io.sarangbang.standin.notices.UnlinkNotice.Link;
import io.sarangbang.standin.notices.UnlinkNotice.Receipt;
import io.sarangbang.standin.people.People;
import io.sarangbang.standin.people.Provider;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A member disconnects the app in Kakao's own settings; the admin key in the header is the whole proof. */
@RestController
class KakaoUnlinkController {

    private final Kakao kakao;
    private final Messenger messenger;

    KakaoUnlinkController(Kakao kakao, Messenger messenger) {
        this.kakao = kakao;
        this.messenger = messenger;
    }

    @PostMapping(path = "/knobs/kakao/unlink-notices", consumes = MediaType.APPLICATION_JSON_VALUE)
    Receipt unlink(@RequestBody UnlinkNotice notice) {
        var key = kakao.settings().adminKey();
        if (key == null || key.isBlank()) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "STANDIN_KAKAO_ADMIN_KEY is not set.");
        }
        var number = number(notice);
        if (!notice.has(Fault.FORGED)) {
            kakao.ledger().forget(it -> kakao.number(it) == number);
        }
        var form = Map.of(
                "app_id", Integer.toString(Kakao.APP_ID),
                "user_id", Long.toString(number),
                "referrer_type", "UNLINK_FROM_APPS");
        return messenger.send(notice.to(), form, "KakaoAK " + (notice.has(Fault.FORGED) ? "forged" : key));
    }

    /** What the client told has come about. */
    @GetMapping("/knobs/kakao/people/{name}")
    Link link(@PathVariable("name") String name) {
        return new Link(kakao.ledger().knows(it -> it.person().name().equals(People.tidy(name))));
    }

    private long number(UnlinkNotice notice) {
        return notice.has(Fault.UNKNOWN_PERSON)
                ? ThreadLocalRandom.current().nextLong(1, 1_000_000)
                : People.called(Provider.KAKAO, notice.name(), null)
                        .map(kakao::number)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "That is no name."));
    }
}
