package io.sarangbang.rooms.people;

import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Goes on forgetting from time to time, on every replica: forgetting twice does no harm. */
@Component
class FarewellSchedule implements SchedulingConfigurer {

    private final Farewells farewells;
    private final FarewellSettings settings;

    FarewellSchedule(Farewells farewells, FarewellSettings settings) {
        this.farewells = farewells;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(new FixedDelayTask(farewells::goOn, settings.every(), settings.every()));
    }
}
