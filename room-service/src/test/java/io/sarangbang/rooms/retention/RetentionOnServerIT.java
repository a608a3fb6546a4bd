package io.sarangbang.rooms.retention;

import io.sarangbang.houserules.OnServer;

@OnServer
class RetentionOnServerIT extends RetentionContract {}
