package io.sarangbang.users.deletion;

import java.util.UUID;

/** Whatever this service holds of the account goes now; who listens throws when it can't, and is asked again. */
public record AccountErased(UUID accountId) {}
