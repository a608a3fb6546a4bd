package io.sarangbang.standin.people;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sample people of each provider, and the rules for making one up. */
public final class People {

    /** In both lists with this address: accounts must never be merged because their e-mail is the same. */
    private static final String SHARED_EMAIL = "same.address@example.com";

    /** The form that Kakao really gives, http included; clients have to cope. */
    private static final String KAKAO_PICTURE =
            "http://img1.kakaocdn.net/thumb/R640x640.q70/?fname=http://t1.kakaocdn.net/account_images/default_profile.jpeg";

    private static final List<Person> KAKAO = List.of(
            new Person("서연", "seoyeon@example.com", KAKAO_PICTURE, false),
            new Person("민준", SHARED_EMAIL, null, false),
            new Person("지우", null, null, false),
            new Person("하준", "hajun@example.com", null, true));

    private static final List<Person> NAVER = List.of(
            new Person("도윤", "doyun@example.com", null, false),
            new Person("하은", SHARED_EMAIL, null, false),
            new Person("예준", null, null, false),
            new Person("수아", "sua@example.com", null, false));

    private static final int LONGEST_NAME = 40;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,189}");

    private People() {}

    /** The people to choose from. */
    public static List<Person> of(Provider provider) {
        return provider == Provider.KAKAO ? KAKAO : NAVER;
    }

    /** The sample person of that name, or one made up with it; nobody when name or e-mail are not acceptable. */
    public static Optional<Person> called(Provider provider, @Nullable String name, @Nullable String email) {
        var tidy = tidy(name);
        var address = tidy(email);
        if (!isName(tidy) || !(address.isEmpty() || EMAIL.matcher(address).matches())) {
            return Optional.empty();
        }
        var sample = of(provider).stream().filter(it -> it.name().equals(tidy)).findFirst();
        if (address.isEmpty()) {
            return sample.or(() -> Optional.of(new Person(tidy, null, null, false)));
        }
        return Optional.of(
                sample.map(it -> it.withEmail(address)).orElseGet(() -> new Person(tidy, address, null, false)));
    }

    /** Whether somebody at the other provider has the same address. */
    public static boolean sharesEmail(Person person) {
        return SHARED_EMAIL.equals(person.email());
    }

    /** Browsers on macOS send decomposed Hangul; a person is the same either way. */
    public static String tidy(@Nullable String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePointCount(0, name.length()) <= LONGEST_NAME
                && name.codePoints().noneMatch(Character::isISOControl);
    }
}
