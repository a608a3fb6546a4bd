package io.sarangbang.rooms.people;

class ExportOnH2Tests extends ExportContract {}
