package io.sarangbang.doctor.settings;

import io.sarangbang.doctor.report.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who vouches for people. */
final class SignIn {

    private static final List<String> PROVIDERS = List.of("KAKAO", "NAVER");
    private static final List<String> ADDRESSES = List.of(
            "KAKAO_AUTHORIZE_URI",
            "KAKAO_TOKEN_URI",
            "KAKAO_USER_INFO_URI",
            "KAKAO_UNLINK_URI",
            "KAKAO_ISSUER_URI",
            "KAKAO_JWK_SET_URI",
            "NAVER_AUTHORIZE_URI",
            "NAVER_TOKEN_URI",
            "NAVER_USER_INFO_URI",
            "NAVER_ISSUER_URI",
            "NAVER_JWK_SET_URI");

    private SignIn() {}

    static Verdict halfConfigured(SettingsFacts facts) {
        return usesStandIns(facts)
                ? Verdict.fine()
                : Verdict.foundEach(PROVIDERS.stream()
                        .flatMap(it -> missingHalf(facts, it).stream())
                        .toList());
    }

    static Verdict noneConfigured(SettingsFacts facts) {
        var some =
                PROVIDERS.stream().anyMatch(it -> facts.value(it + "_CLIENT_ID").isPresent());
        return Verdict.foundIf(!usesStandIns(facts) && !some, Map.of());
    }

    static Verdict standInsInProduction(SettingsFacts facts) {
        if (!facts.isProduction() && !isOpenLaptop(facts)) {
            return Verdict.fine();
        }
        var why = usesStandIns(facts)
                ? Stream.of("SIGN_IN=stand-in")
                : ADDRESSES.stream().filter(it -> facts.value(it).isPresent());
        var reasons = why.collect(Collectors.joining(", "));
        return Verdict.foundIf(!reasons.isEmpty(), Map.of("setting", reasons));
    }

    /** A public certificate, but ENVIRONMENT left as it is: a server whose operator forgot to say so. */
    private static boolean isOpenLaptop(SettingsFacts facts) {
        return facts.value("ENVIRONMENT", "laptop").equals("laptop")
                && facts.value("TLS", "local").equals("acme");
    }

    private static boolean usesStandIns(SettingsFacts facts) {
        return facts.value("SIGN_IN", "stand-in").equals("stand-in");
    }

    private static Optional<Map<String, String>> missingHalf(SettingsFacts facts, String provider) {
        var id = provider + "_CLIENT_ID";
        var secret = provider + "_CLIENT_SECRET";
        var hasId = facts.value(id).isPresent();
        var hasSecret = facts.installation().secret(secret).isPresent();
        return hasId == hasSecret
                ? Optional.empty()
                : Optional.of(Map.of("present", hasId ? id : secret, "missing", hasId ? secret : id));
    }
}
