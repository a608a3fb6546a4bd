package io.sarangbang.rooms.people;

class FarewellOnH2Tests extends FarewellContract {}
