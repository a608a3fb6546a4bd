package io.sarangbang.defaults;

import io.sarangbang.houserules.HouseRules;

class HouseRulesTests extends HouseRules {

    HouseRulesTests() {
        super(HouseRulesTests.class);
    }
}
