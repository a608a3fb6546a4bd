package io.sarangbang.doctor;

import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.fact.Inquiry;
import io.sarangbang.doctor.fact.Installation;
import io.sarangbang.doctor.fact.Installation.View;
import java.nio.file.Path;
import java.util.Map;

/** An inquiry about an installation in a test's own hands. */
public record Asked(Installation installation) implements Inquiry {

    public static Asked about(Map<String, String> variables, Path files, View view) {
        return new Asked(new Installation(variables, files, files, view));
    }

    @Override
    public boolean patient() {
        return false;
    }

    @Override
    public <T extends Record> Fact<T> fact(Class<T> type) {
        return Fact.unknown("nobody else asks");
    }
}
