package io.sarangbang.rooms.seat;

class MediaNewsOnH2Tests extends MediaNewsContract {}
