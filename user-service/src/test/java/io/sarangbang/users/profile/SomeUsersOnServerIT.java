package io.sarangbang.users.profile;

import io.sarangbang.houserules.OnServer;

@OnServer
class SomeUsersOnServerIT extends SomeUsersContract {}
