package io.sarangbang.rooms.room;

import io.sarangbang.houserules.OnServer;

@OnServer
class RoomsOnServerIT extends RoomsContract {}
