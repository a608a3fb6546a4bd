package io.sarangbang.standin.knobs;

import io.sarangbang.standin.people.Provider;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Lets tests turn knobs. No CORS and JSON only, so that no foreign page can do so in passing. */
@RestController
@RequestMapping("/knobs")
class KnobsController {

    private final KnobBoard board;

    KnobsController(KnobBoard board) {
        this.board = board;
    }

    @GetMapping
    Map<Provider, ProviderKnobs> all() {
        return Arrays.stream(Provider.values()).collect(Collectors.toMap(Function.identity(), this::standing));
    }

    @PutMapping(path = "/{provider}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ProviderKnobs turn(@PathVariable("provider") String provider, @RequestBody Knobs knobs) {
        board.turn(known(provider), knobs);
        return standing(known(provider));
    }

    @PutMapping(path = "/{provider}/people/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ProviderKnobs turn(
            @PathVariable("provider") String provider, @PathVariable("name") String name, @RequestBody Knobs knobs) {
        board.turn(known(provider), name, knobs);
        return standing(known(provider));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset() {
        board.reset();
    }

    @DeleteMapping("/{provider}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@PathVariable("provider") String provider) {
        board.reset(known(provider));
    }

    @DeleteMapping("/{provider}/people/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@PathVariable("provider") String provider, @PathVariable("name") String name) {
        board.reset(known(provider), name);
    }

    private ProviderKnobs standing(Provider provider) {
        return new ProviderKnobs(board.at(provider), board.peopleAt(provider));
    }

    private static Provider known(String id) {
        return Provider.of(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "No provider has this id."));
    }

    record ProviderKnobs(Knobs everyone, Map<String, Knobs> people) {}
}
