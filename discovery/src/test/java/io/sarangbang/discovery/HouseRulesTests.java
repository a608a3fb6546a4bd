package io.sarangbang.discovery;

import io.sarangbang.houserules.HouseRules;

class HouseRulesTests extends HouseRules {

    HouseRulesTests() {
        super(DiscoveryApplication.class);
    }
}
