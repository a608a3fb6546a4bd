package io.sarangbang.users.deletion;

import io.sarangbang.houserules.OnServer;

@OnServer
class FirstContactOnServerIT extends FirstContactContract {}
