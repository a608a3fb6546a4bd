package io.sarangbang.rooms.room;

class RoomsOnH2Tests extends RoomsContract {}
