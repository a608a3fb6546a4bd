package io.sarangbang.auth.account;

/** What came of linking an identity to an account. */
public sealed interface LinkOutcome {

    /** It opens the account from now on. */
    record Linked(LinkedIdentity identity) implements LinkOutcome {}

    /** It opened the account before. */
    record LinkedBefore(LinkedIdentity identity) implements LinkOutcome {}

    /** It opens somebody else's account, and goes on doing so. */
    record TakenByAnother() implements LinkOutcome {}

    /** The account has another identity of that provider. */
    record ProviderLinkedBefore() implements LinkOutcome {}
}
