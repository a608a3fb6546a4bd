package io.sarangbang.standin;

import io.sarangbang.houserules.HouseRules;

class HouseRulesTests extends HouseRules {

    HouseRulesTests() {
        super(Main.class);
    }
}
