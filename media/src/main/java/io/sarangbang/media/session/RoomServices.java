package io.sarangbang.media.session;

import io.sarangbang.media.rtc.MediaEngine;
import java.util.function.Consumer;

/**
 * What every room works with.
 *
 * @param engine carries the media
 * @param events is told what happens, in order; must not block
 * @param address where browsers reach us
 * @param iceServers what browsers are told about STUN and TURN
 */
public record RoomServices(
        MediaEngine engine, Consumer<RoomEvent> events, PublicAddress address, IceServers iceServers) {}
