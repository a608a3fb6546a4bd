package io.sarangbang.doctor;

import io.sarangbang.houserules.HouseRules;

class HouseRulesTests extends HouseRules {

    HouseRulesTests() {
        super(Main.class);
    }
}
