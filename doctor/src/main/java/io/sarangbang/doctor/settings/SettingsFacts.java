package io.sarangbang.doctor.settings;

import io.sarangbang.doctor.fact.Installation;

record SettingsFacts(Installation installation) {}
