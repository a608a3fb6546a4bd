package io.sarangbang.auth.account;

/** What came of taking an identity off an account. */
public sealed interface UnlinkOutcome {

    /** It opens nothing any more. */
    record Unlinked(LinkedIdentity identity) implements UnlinkOutcome {}

    /** The account has no such identity. */
    record NotOfThisAccount() implements UnlinkOutcome {}

    /** Nothing else opens the account, so it stays. */
    record LastOne() implements UnlinkOutcome {}
}
