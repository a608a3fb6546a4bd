package io.sarangbang.auth.apikey;

import io.sarangbang.houserules.OnServer;

@OnServer
class ApiKeysOnServerIT extends ApiKeysContract {}
