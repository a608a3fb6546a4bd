package io.sarangbang.rooms.people;

import io.sarangbang.houserules.OnServer;

@OnServer
class BigFarewellOnServerIT extends BigFarewellContract {}
