package io.sarangbang.auth.identity;

class IdentityRaceOnH2Tests extends IdentityRaceContract {}
