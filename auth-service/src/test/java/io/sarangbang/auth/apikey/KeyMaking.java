package io.sarangbang.auth.apikey;

import io.sarangbang.auth.visitor.Visitor;
import io.sarangbang.defaults.problem.NotSignedIn;
import io.sarangbang.defaults.token.AccessTokens;
import io.sarangbang.defaults.token.BadToken;
import java.util.Optional;
import java.util.Set;

/** Makes keys for the tests of other features. */
public class KeyMaking {

    private final ApiKeys keys;
    private final AccessTokens tokens;

    KeyMaking(ApiKeys keys, AccessTokens tokens) {
        this.keys = keys;
        this.tokens = tokens;
    }

    public void make(String accessToken) {
        try {
            var terms = new KeyTerms("made in a test", Set.of(Scope.ROOMS_READ), Optional.empty());
            keys.make(tokens.verify(accessToken), terms, Visitor.NONE);
        } catch (BadToken e) {
            throw new AssertionError(e);
        }
    }

    /** Makes one where the account gets one. */
    public void tries(String accessToken) {
        try {
            make(accessToken);
        } catch (NotSignedIn e) {
            // closed by now
        }
    }
}
