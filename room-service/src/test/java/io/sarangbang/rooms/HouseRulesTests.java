package io.sarangbang.rooms;

import io.sarangbang.houserules.HouseRules;

class HouseRulesTests extends HouseRules {

    HouseRulesTests() {
        super(RoomServiceMain.class);
    }
}
