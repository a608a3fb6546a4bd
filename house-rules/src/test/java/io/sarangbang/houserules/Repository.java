package io.sarangbang.houserules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The files of this repository, seen from the module that the tests run in. */
final class Repository {

    private static final Path ROOT = Path.of("..");

    private Repository() {}

    static String text(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files of a kind under a folder, one after the other. */
    static String textsUnder(String folder, String ending) {
        try (var files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(it -> it.toString().endsWith(ending))
                    .map(it -> text(ROOT.relativize(it).toString()))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> namesIn(String folder) {
        try (var files = Files.list(ROOT.resolve(folder))) {
            return files.map(it -> it.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
