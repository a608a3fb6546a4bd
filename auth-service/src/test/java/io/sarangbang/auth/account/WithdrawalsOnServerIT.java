package io.sarangbang.auth.account;

import io.sarangbang.houserules.OnServer;

@OnServer
class WithdrawalsOnServerIT extends WithdrawalsContract {}
