package io.sarangbang.gateway;

import io.sarangbang.houserules.HouseRules;

class HouseRulesTests extends HouseRules {

    HouseRulesTests() {
        super(GatewayApplication.class);
    }
}
