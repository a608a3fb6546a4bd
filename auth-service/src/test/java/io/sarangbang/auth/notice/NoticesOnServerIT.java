package io.sarangbang.auth.notice;

import io.sarangbang.houserules.OnServer;

@OnServer
class NoticesOnServerIT extends NoticesContract {}
