package io.sarangbang.rooms.chat;

import io.sarangbang.houserules.OnServer;

@OnServer
class ChatOnServerIT extends ChatContract {}
