package io.sarangbang.rooms.seat;

import io.sarangbang.houserules.OnServer;

@OnServer
class ReconcilerOnServerIT extends ReconcilerContract {}
