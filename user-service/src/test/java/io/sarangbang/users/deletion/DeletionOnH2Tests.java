package io.sarangbang.users.deletion;

class DeletionOnH2Tests extends DeletionContract {}
