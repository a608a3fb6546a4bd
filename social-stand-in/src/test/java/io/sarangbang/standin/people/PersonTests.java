package io.sarangbang.standin.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PersonTests {

    private final Person seoyeon = People.of(Provider.KAKAO).getFirst();

    @Test
    void aSubjectStaysTheSameAcrossRestarts() {
        assertThat(seoyeon.number("stand-in-kakao")).isEqualTo(3_633_775_045L);
    }

    @Test
    void anotherClientSeesAnotherSubject() {
        assertThat(seoyeon.number("a")).isNotEqualTo(seoyeon.number("b"));
        assertThat(seoyeon.identifier("a")).isNotEqualTo(seoyeon.identifier("b"));
    }

    @Test
    void everySampleHasANameAndASubjectOfItsOwn() {
        var people = Stream.of(Provider.values())
                .flatMap(it -> People.of(it).stream())
                .toList();
        var names = new HashSet<String>();
        var numbers = new HashSet<Long>();
        people.forEach(it -> {
            names.add(it.name());
            numbers.add(it.number("a"));
        });

        assertThat(names).hasSameSizeAs(people);
        assertThat(numbers).hasSameSizeAs(people);
    }

    @Test
    void aNumberBeyondDoublesIsAlwaysChangedByRoundingToOne() {
        for (var i = 0; i < 1_000; i++) {
            var number = new Person("n" + i, null, null, true).number("a");
            assertThat((long) (double) number).isNotEqualTo(number);
        }
    }

    @Test
    void aTypedEmailReplacesASamplesOwn() {
        assertThat(People.called(Provider.KAKAO, "서연", "other@example.com")).hasValueSatisfying(it -> {
            assertThat(it.email()).isEqualTo("other@example.com");
            assertThat(it.number("a")).isEqualTo(seoyeon.number("a"));
        });
    }
}
