package io.sarangbang.rooms.people;

import io.sarangbang.houserules.OnServer;

@OnServer
class ExportOnServerIT extends ExportContract {}
