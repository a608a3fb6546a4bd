package io.sarangbang.auth.farewell;

import io.sarangbang.houserules.OnServer;

@OnServer
class FarewellsOnServerIT extends FarewellsContract {}
