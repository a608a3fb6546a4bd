package io.sarangbang.users.profile;

class ProfileChangeOnH2Tests extends ProfileChangeContract {}
