package io.sarangbang.rooms.seat;

import io.sarangbang.houserules.OnServer;

@OnServer
class MediaNewsOnServerIT extends MediaNewsContract {}
