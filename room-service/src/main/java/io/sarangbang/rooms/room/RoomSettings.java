package io.sarangbang.rooms.room;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one person may have.
 *
 * @param perOwner how many rooms, deleted ones not counted
 */
@ConfigurationProperties("sarangbang.rooms")
record RoomSettings(@DefaultValue("200") int perOwner) {

    RoomSettings {
        if (perOwner < 1) {
            throw new IllegalArgumentException("sarangbang.rooms.per-owner must be 1 or more, not " + perOwner);
        }
    }
}
