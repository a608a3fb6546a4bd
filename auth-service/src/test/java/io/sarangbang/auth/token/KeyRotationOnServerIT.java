package io.sarangbang.auth.token;

import io.sarangbang.houserules.OnServer;

@OnServer
class KeyRotationOnServerIT extends KeyRotationContract {}
