package io.sarangbang.standin.naver;

import io.sarangbang.standin.notices.Messenger;
import io.sarangbang.standin.notices.UnlinkNotice;
import io.sarangbang.standin.notices.UnlinkNotice.Fault;
import io.sarangbang.standin.notices.UnlinkNotice.Link;
import io.sarangbang.standin.notices.UnlinkNotice.Receipt;
import io.sarangbang.standin.people.People;
import io.sarangbang.standin.people.Provider;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A member disconnects the service in Naver's own settings; the notice is signed, its subject encrypted. */
@RestController
class NaverUnlinkController {

    private static final Duration OLD = Duration.ofDays(1);

    private final Naver naver;
    private final Messenger messenger;
    private final Clock clock;

    NaverUnlinkController(Naver naver, Messenger messenger, Clock clock) {
        this.naver = naver;
        this.messenger = messenger;
        this.clock = clock;
    }

    @PostMapping(path = "/knobs/naver/unlink-notices", consumes = MediaType.APPLICATION_JSON_VALUE)
    Receipt unlink(@RequestBody UnlinkNotice notice) {
        var person = People.called(Provider.NAVER, notice.name(), null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "That is no name."));
        var client = naver.client();
        var identifier = notice.has(Fault.UNKNOWN_PERSON) ? stranger() : person.identifier(client.id());
        if (!notice.has(Fault.FORGED)) {
            naver.ledger().forget(it -> naver.identifier(it).equals(identifier));
        }
        var seal = new NoticeSeal(notice.has(Fault.FORGED) ? client.secret() + "?" : client.secret());
        var sent = notice.has(Fault.OLD) ? clock.instant().minus(OLD) : clock.instant();
        var form = form(client.id(), seal, identifier, sent.getEpochSecond());
        var receipt = messenger.send(notice.to(), form, null);
        return notice.has(Fault.REPLAYED) ? messenger.send(notice.to(), form, null) : receipt;
    }

    /** What the client told has come about. */
    @GetMapping("/knobs/naver/people/{name}")
    Link link(@PathVariable("name") String name) {
        return new Link(naver.ledger().knows(it -> it.person().name().equals(People.tidy(name))));
    }

    private static Map<String, String> form(String clientId, NoticeSeal seal, String identifier, long timestamp) {
        var encrypted = seal.encrypt(identifier);
        var signed = "clientId=" + clientId + "&encryptUniqueId=" + encrypted + "&timestamp=" + timestamp;
        return Map.of(
                "clientId",
                clientId,
                "encryptUniqueId",
                encrypted,
                "timestamp",
                Long.toString(timestamp),
                "signature",
                seal.sign(signed));
    }

    private static String stranger() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
