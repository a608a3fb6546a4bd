package io.sarangbang.rooms.seat;

class JoiningOnH2Tests extends JoiningContract {}
