package io.sarangbang.users.deletion;

import io.sarangbang.houserules.OnServer;

@OnServer
class DeletionOnServerIT extends DeletionContract {}
