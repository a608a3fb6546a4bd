package io.sarangbang.houserules;

import java.lang.reflect.Constructor;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.ErrorResponse;

/** A problem made only to see its type and status, of whatever its constructor takes. */
final class ProblemSample {

    private ProblemSample() {}

    static String typeAndStatus(Class<?> problem) {
        var body = make(problem.getDeclaredConstructors()[0]).getBody();
        return body.getType() + " " + body.getStatus();
    }

    private static ErrorResponse make(Constructor<?> constructor) {
        try {
            constructor.setAccessible(true);
            var arguments = Arrays.stream(constructor.getParameterTypes()).map(ProblemSample::any);
            return (ErrorResponse) constructor.newInstance(arguments.toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("no sample can be made of " + constructor, e);
        }
    }

    private static Object any(Class<?> type) {
        return switch (type.getName()) {
            case "java.lang.String" -> "…";
            case "int" -> 1;
            case "long" -> 1L;
            case "java.time.Duration" -> Duration.ofSeconds(1);
            case "java.util.List" -> List.of();
            default -> throw new AssertionError("say here what a problem may be given as " + type.getName());
        };
    }
}
