package io.sarangbang.houserules;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The catalogue of refusals: a part for each module, and one for those that may come from anywhere. */
record ProblemCatalogue(String text) {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(/problems/[a-z-]+)` \\| (\\d{3}) \\|");
    private static final Pattern PART = Pattern.compile("(?m)^## ");

    static ProblemCatalogue read() throws IOException {
        return new ProblemCatalogue(Files.readString(Path.of("../docs/problems.md")));
    }

    /** Where the catalogue and what a module throws differ; in neither may be more than in the other. */
    List<String> differences(String module, Collection<Class<?>> problems) {
        var thrown = problems.stream().map(ProblemSample::typeAndStatus).collect(toCollection(TreeSet::new));
        var general = part("everywhere");
        var own = part(module);
        var unlisted = thrown.stream().filter(it -> !own.contains(it) && !general.contains(it));
        var unused = own.stream().filter(it -> !thrown.contains(it));
        return Stream.concat(unlisted.map(it -> it + " is not listed"), unused.map(it -> it + " is never thrown"))
                .toList();
    }

    private Set<String> part(String name) {
        var rows = new TreeSet<String>();
        PART.splitAsStream(text)
                .filter(it -> it.startsWith(name + "\n"))
                .flatMap(it -> ROW.matcher(it).results())
                .forEach(it -> rows.add(it.group(1) + " " + it.group(2)));
        return rows;
    }
}
