package io.sarangbang.auth.apikey;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a key is to be.
 *
 * @param life how long it holds; without an end where empty
 */
record KeyTerms(String name, Set<Scope> scopes, Optional<Duration> life) {}
