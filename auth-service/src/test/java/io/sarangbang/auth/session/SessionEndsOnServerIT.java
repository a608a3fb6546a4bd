package io.sarangbang.auth.session;

import io.sarangbang.houserules.OnServer;

@OnServer
class SessionEndsOnServerIT extends SessionEndsContract {}
