package io.sarangbang.standin.kakao;

import io.sarangbang.standin.grants.Grant;
import io.sarangbang.standin.knobs.Knob;
import java.util.LinkedHashMap;
import java.util.Map;

/** The body of {@code /v2/user/me}: whatever was not consented to, or does not exist, is simply not there. */
final class KakaoAccount {

    private KakaoAccount() {}

    static Map<String, Object> of(Grant grant, Kakao kakao) {
        var me = new LinkedHashMap<String, Object>();
        me.put("id", kakao.number(grant));
        me.put(
                "connected_at",
                grant.signedInAt()
                        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                        .toString());
        var properties = properties(grant);
        if (!properties.isEmpty()) {
            me.put("properties", properties);
        }
        var account = new LinkedHashMap<String, Object>();
        addProfile(account, grant);
        addEmail(account, grant, kakao);
        me.put("kakao_account", account);
        return me;
    }

    private static Map<String, Object> properties(Grant grant) {
        var properties = new LinkedHashMap<String, Object>();
        if (grant.covers(Kakao.NICKNAME)) {
            properties.put("nickname", grant.person().name());
        }
        if (grant.covers(Kakao.IMAGE) && grant.person().picture() != null) {
            properties.put("profile_image", grant.person().picture());
        }
        return properties;
    }

    private static void addProfile(Map<String, Object> account, Grant grant) {
        account.put("profile_nickname_needs_agreement", !grant.covers(Kakao.NICKNAME));
        account.put("profile_image_needs_agreement", !grant.covers(Kakao.IMAGE));
        var profile = new LinkedHashMap<String, Object>();
        if (grant.covers(Kakao.NICKNAME)) {
            profile.put("nickname", grant.person().name());
        }
        var picture = grant.person().picture();
        if (grant.covers(Kakao.IMAGE) && picture != null) {
            profile.put("profile_image_url", picture);
            profile.put("is_default_image", true);
        }
        if (!profile.isEmpty()) {
            account.put("profile", profile);
        }
    }

    private static void addEmail(Map<String, Object> account, Grant grant, Kakao kakao) {
        var knobs = kakao.knobs(grant);
        var email = knobs.has(Knob.EMAIL_MISSING) ? null : grant.person().email();
        account.put("has_email", email != null);
        account.put("email_needs_agreement", email != null && !grant.covers(Kakao.EMAIL));
        if (email != null && grant.covers(Kakao.EMAIL)) {
            account.put("is_email_valid", !knobs.has(Knob.EMAIL_INVALID));
            account.put("is_email_verified", !knobs.has(Knob.EMAIL_UNVERIFIED));
            account.put("email", email);
        }
    }
}
