package io.sarangbang.auth.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads Kakao's notices that somebody ended the link there. They are not signed: the admin key is the whole proof. */
@Component
public class KakaoNotices {

    private static final Logger log = LoggerFactory.getLogger(KakaoNotices.class);
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,31}");

    private final ProviderClient client;

    KakaoNotices(ProviderSettings settings) {
        this.client = settings.kakao();
    }

    /** Whether there is an admin key to know Kakao by. */
    public boolean areTaken() {
        return client.isConfigured() && client.hasAdminKey();
    }

    /**
     * Who withdrew; nothing where a notice that is Kakao's names nobody.
     *
     * @param appId compared where {@code KAKAO_APP_ID} is Kakao's number of the app; elsewhere the key says enough, each app
     *     has its own
     */
    public Optional<Subject> read(@Nullable String authorization, @Nullable String appId, @Nullable String userId)
            throws ForgedNotice {
        if (!areTaken() || !isOurs(authorization)) {
            throw new ForgedNotice("the admin key is not KAKAO_ADMIN_KEY");
        }
        if (NUMBER.matcher(client.app()).matches() && !client.app().equals(appId)) {
            throw new ForgedNotice("app_id is not KAKAO_APP_ID");
        }
        if (userId == null || !NUMBER.matcher(userId).matches()) {
            log.warn("a notice of Kakao's names no user_id");
            return Optional.empty();
        }
        return Optional.of(new Subject(Provider.KAKAO.id(), client.app(), userId));
    }

    private boolean isOurs(@Nullable String authorization) {
        return authorization != null
                && MessageDigest.isEqual(bytes("KakaoAK " + client.adminKey()), bytes(authorization));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
