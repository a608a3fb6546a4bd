package io.sarangbang.rooms.retention;

class RetentionOnH2Tests extends RetentionContract {}
