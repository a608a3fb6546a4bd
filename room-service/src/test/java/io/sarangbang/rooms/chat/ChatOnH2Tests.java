package io.sarangbang.rooms.chat;

class ChatOnH2Tests extends ChatContract {}
