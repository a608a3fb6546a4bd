package io.sarangbang.rooms.people;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What user-service asks for in a person's name. */
@RestController
@RequestMapping("/internal/people/{account}")
class PeopleController {

    private final Farewells farewells;
    private final Export export;

    PeopleController(Farewells farewells, Export export) {
        this.farewells = farewells;
        this.export = export;
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable UUID account) {
        farewells.bid(account);
    }

    /** Written as it is read, so not by a message converter. */
    @GetMapping("/export")
    void tell(@PathVariable UUID account, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        export.write(account, response.getOutputStream());
    }
}
