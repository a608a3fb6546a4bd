package io.sarangbang.houserules;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class HouseRulesTests {

    private final HouseRules rules = new HouseRules("io.sarangbang.houserules.bad", _ -> true) {};

    @Test
    void refuseFieldInjection() {
        refuses(rules::collaboratorsArriveThroughTheConstructor);
    }

    @Test
    void refusePayloadsThatAreNoRecords() {
        refuses(rules::payloadsAreRecords);
    }

    @Test
    void refuseNamesThatSayNothing() {
        refuses(rules::namesSayWhatAClassIs);
    }

    @Test
    void refusePackagesThatAreNoFeatures() {
        refuses(rules::packagesAreNamedAfterFeatures);
    }

    @Test
    void refuseTheConsoleAndBareExceptions() {
        refuses(rules::nothingPrintsToTheConsoleOrThrowsBareExceptions);
    }

    private static void refuses(ThrowingCallable rule) {
        assertThatThrownBy(rule).isInstanceOf(AssertionError.class).hasMessageContaining("RoomManager");
    }
}
