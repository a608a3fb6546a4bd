package io.sarangbang.doctor;

import io.sarangbang.doctor.report.JsonReport;
import io.sarangbang.doctor.report.Report;
import io.sarangbang.doctor.report.TextReport;
import io.sarangbang.doctor.report.Texts;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Examines the installation it runs in, or one from outside; docs/doctor.md. */
final class Main {

    private static final int MISUSE = 64;

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        System.exit(run(List.of(args)));
    }

    private static int run(List<String> arguments) throws InterruptedException {
        try {
            var line = CommandLine.of(arguments, System.getenv());
            var report = new Examination(Checklist.features()).of(line.installation(System.getenv()), line.patient());
            // the report is Korean or has typographic signs, whatever the container's locale is
            new PrintStream(System.out, true, StandardCharsets.UTF_8).print(written(report, line));
            return report.exitStatus();
        } catch (CommandLine.Misuse e) {
            System.err.println(e.getMessage());
            System.err.print(CommandLine.USAGE);
            return MISUSE;
        }
    }

    private static String written(Report report, CommandLine line) {
        var texts = new Texts(line.language());
        return line.json() ? new JsonReport(texts).of(report, Instant.now()) : new TextReport(texts).of(report);
    }
}
