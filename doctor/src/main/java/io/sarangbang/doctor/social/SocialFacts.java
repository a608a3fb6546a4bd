package io.sarangbang.doctor.social;

import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.wire.Reply;
import java.util.Map;

/** What the configured providers answered to a code that nobody ever got. */
record SocialFacts(Map<Provider, Answers> answers) {

    /** Who vouches for people. */
    enum Provider {
        KAKAO("Kakao"),
        NAVER("Naver");

        private final String shown;

        Provider(String shown) {
            this.shown = shown;
        }

        String shown() {
            return shown;
        }
    }

    /**
     * @param redirectUri where the provider is to send people back to
     * @param token what the token endpoint said of the code
     * @param authorize what a browser would see first
     */
    record Answers(String redirectUri, Fact<Reply> token, Fact<Reply> authorize) {}

    SocialFacts {
        answers = Map.copyOf(answers);
    }
}
