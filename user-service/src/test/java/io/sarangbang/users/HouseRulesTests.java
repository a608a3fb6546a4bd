package io.sarangbang.users;

import io.sarangbang.houserules.HouseRules;

class HouseRulesTests extends HouseRules {

    HouseRulesTests() {
        super(UsersApplication.class);
    }
}
