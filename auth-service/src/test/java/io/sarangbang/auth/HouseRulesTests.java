package io.sarangbang.auth;

import io.sarangbang.houserules.HouseRules;

class HouseRulesTests extends HouseRules {

    HouseRulesTests() {
        super(AuthApplication.class);
    }
}
