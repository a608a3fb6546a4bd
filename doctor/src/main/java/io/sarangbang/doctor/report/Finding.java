package io.sarangbang.doctor.report;

import java.util.Map;
import java.util.Optional;

/** One line of the report. */
public record Finding(String code, Level level, Map<String, String> params) {

    private static final String WHY = "why";
    private static final String BECAUSE = "because";

    public Finding {
        params = Map.copyOf(params);
    }

    static Finding unmeasured(String code, String why) {
        return new Finding(code, Level.UNMEASURED, Map.of(WHY, why));
    }

    static Finding unmeasuredBecause(String code, String cause) {
        return new Finding(code, Level.UNMEASURED, Map.of(BECAUSE, cause));
    }

    /** The cause that was found and stood in the way of this measurement. */
    public Optional<String> because() {
        return level == Level.UNMEASURED ? Optional.ofNullable(params.get(BECAUSE)) : Optional.empty();
    }
}
