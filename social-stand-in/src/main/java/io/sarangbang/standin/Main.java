package io.sarangbang.standin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
class Main {

    static void main(String[] args) {
        SpringApplication.run(Main.class, args);
    }
}
