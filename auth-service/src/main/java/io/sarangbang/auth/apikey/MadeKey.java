package io.sarangbang.auth.apikey;

/** A new key: what is stored of it, and what only its owner gets. */
record MadeKey(ApiKey stored, KeySecret secret) {}
