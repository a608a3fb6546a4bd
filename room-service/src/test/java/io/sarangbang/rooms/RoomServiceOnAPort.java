package io.sarangbang.rooms;

import io.sarangbang.houserules.Arrivals;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The service behind its real server, for what a mock of one would not refuse. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = RoomServiceMain.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({RoomServiceTest.Surroundings.class, Arrivals.class})
@ContextConfiguration(initializers = RoomServiceTest.MediaServerStandsIn.class)
@interface RoomServiceOnAPort {}
