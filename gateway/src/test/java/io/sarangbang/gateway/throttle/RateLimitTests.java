package io.sarangbang.gateway.throttle;

/** Counted by this gateway alone. */
class RateLimitTests extends RateLimitContract {}
