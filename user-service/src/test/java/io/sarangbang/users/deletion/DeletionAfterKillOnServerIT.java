package io.sarangbang.users.deletion;

import io.sarangbang.houserules.RealDatabase;
import java.util.ArrayList;
import java.util.List;

class DeletionAfterKillOnServerIT extends DeletionAfterKillContract {

    @Override
    List<String> database() {
        var settings = new ArrayList<String>();
        RealDatabase.register((name, value) -> settings.add(name + "=" + value.get()));
        return settings;
    }
}
