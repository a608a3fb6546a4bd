package io.sarangbang.rooms.people;

import io.sarangbang.houserules.OnServer;

@OnServer
class FarewellOnServerIT extends FarewellContract {}
