package io.sarangbang.rooms.seat;

import io.sarangbang.rooms.RoomServiceTest.OnServer;

@OnServer
class MediaNewsOnServerIT extends MediaNewsContract {}
