package io.sarangbang.rooms.seat;

import io.sarangbang.houserules.OnServer;

@OnServer
class JoiningOnServerIT extends JoiningContract {}
