package io.sarangbang.auth.identity;

import io.sarangbang.houserules.OnServer;

@OnServer
class IdentityRaceOnServerIT extends IdentityRaceContract {}
