package io.sarangbang.users.deletion;

class FirstContactOnH2Tests extends FirstContactContract {}
