package io.sarangbang.rooms.people;

class BigFarewellOnH2Tests extends BigFarewellContract {}
