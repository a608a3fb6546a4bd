package io.sarangbang.users.profile;

class SomeUsersOnH2Tests extends SomeUsersContract {}
