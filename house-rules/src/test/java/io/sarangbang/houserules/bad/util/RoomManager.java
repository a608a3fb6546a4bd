package io.sarangbang.houserules.bad.util;

import org.springframework.beans.factory.annotation.Autowired;

/** Breaks every rule that a plain class can break. */
public class RoomManager {

    @Autowired
    String collaborator;

    void speak() {
        System.out.println(collaborator);
        throw new RuntimeException("bare");
    }

    static class RoomRequest {}
}
