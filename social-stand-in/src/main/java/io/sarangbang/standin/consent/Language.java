package io.sarangbang.standin.consent;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** The languages of the pages; Korean where the browser asks for neither. */
enum Language {
    KO,
    EN;

    private final Map<String, String> texts = load(code());

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Map<String, String> texts() {
        return texts;
    }

    String text(String key) {
        var text = texts.get(key);
        return text == null ? key : text;
    }

    /** The first of the browser's languages that is spoken here. */
    static Language preferredOf(List<Locale> accepted) {
        return accepted.stream()
                .flatMap(locale ->
                        List.of(values()).stream().filter(it -> it.code().equals(locale.getLanguage())))
                .findFirst()
                .orElse(KO);
    }

    private static Map<String, String> load(String code) {
        var resource = new ClassPathResource("consent/texts_" + code + ".properties");
        try (var reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(reader);
            return Collections.unmodifiableMap(properties.stringPropertyNames().stream()
                    .collect(Collectors.toMap(it -> it, properties::getProperty)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
