package io.sarangbang.rooms.room;

import io.sarangbang.rooms.RoomServiceTest.OnServer;

@OnServer
class RoomsOnServerIT extends RoomsContract {}
