package io.sarangbang.auth.session;

import io.sarangbang.houserules.OnServer;

@OnServer
class RefreshReplicaOnServerIT extends RefreshReplicaContract {}
