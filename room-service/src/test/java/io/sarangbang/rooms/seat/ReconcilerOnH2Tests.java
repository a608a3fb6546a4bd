package io.sarangbang.rooms.seat;

class ReconcilerOnH2Tests extends ReconcilerContract {}
