package io.sarangbang.auth.closing;

import io.sarangbang.houserules.OnServer;

@OnServer
class ClosingOnServerIT extends ClosingContract {}
