package io.sarangbang.auth.farewell;

import java.util.Optional;

/** Asks a provider to end its link between a person and this site. */
public interface Unlinking {

    Outcome unlink(EndedIdentity identity);

    /** @param refreshToken the provider's, where one was kept */
    record EndedIdentity(String provider, String app, String subject, Optional<String> refreshToken) {

        @Override
        public String toString() {
            return "EndedIdentity[" + provider + "]";
        }
    }

    /** How it went; the reasons are for the operator's log. */
    sealed interface Outcome {

        /** The link is gone, by this or before. */
        record Gone(String how) implements Outcome {}

        /** It may go better another time, perhaps when the operator has done something. */
        record NotYet(String why) implements Outcome {}

        /** It will never go. */
        record Never(String why) implements Outcome {}
    }
}
