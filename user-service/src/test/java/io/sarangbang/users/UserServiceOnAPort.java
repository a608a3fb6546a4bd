package io.sarangbang.users;

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
@SpringBootTest(
        classes = UsersApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "eureka.client.enabled=false",
            "spring.datasource.url=jdbc:h2:mem:attacked;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
            "spring.datasource.username=sa",
            "spring.datasource.password="
        })
@Import({UserServiceTest.Keys.class, Arrivals.class})
@ContextConfiguration(initializers = OtherServices.class)
@interface UserServiceOnAPort {}
