package io.sarangbang.rooms.room;

import java.util.List;

record RoomPageResponse(List<RoomResponse> rooms, boolean more) {}
