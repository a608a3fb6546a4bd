package io.sarangbang.auth.audit;

import java.util.List;

/** @param more whether there are events before these */
record ActivityResponse(List<AccountEvent> events, boolean more) {}
