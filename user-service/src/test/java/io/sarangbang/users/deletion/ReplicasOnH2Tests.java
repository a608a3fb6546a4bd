package io.sarangbang.users.deletion;

class ReplicasOnH2Tests extends ReplicasContract {}
