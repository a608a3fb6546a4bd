package io.sarangbang.users.profile;

class MyProfileOnH2Tests extends MyProfileContract {}
