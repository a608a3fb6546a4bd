package io.sarangbang.users.profile;

import io.sarangbang.users.UserServiceTest.OnServer;

@OnServer
class MyProfileOnServerIT extends MyProfileContract {}
