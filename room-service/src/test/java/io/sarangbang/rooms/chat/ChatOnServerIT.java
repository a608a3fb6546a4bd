package io.sarangbang.rooms.chat;

import io.sarangbang.rooms.RoomServiceTest.OnServer;

@OnServer
class ChatOnServerIT extends ChatContract {}
