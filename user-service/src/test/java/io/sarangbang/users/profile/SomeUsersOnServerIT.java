package io.sarangbang.users.profile;

import io.sarangbang.users.UserServiceTest.OnServer;

@OnServer
class SomeUsersOnServerIT extends SomeUsersContract {}
