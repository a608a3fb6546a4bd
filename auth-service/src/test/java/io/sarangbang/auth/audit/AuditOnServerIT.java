package io.sarangbang.auth.audit;

import io.sarangbang.houserules.OnServer;

@OnServer
class AuditOnServerIT extends AuditContract {}
