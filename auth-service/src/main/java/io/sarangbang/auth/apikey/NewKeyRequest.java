package io.sarangbang.auth.apikey;

import io.sarangbang.defaults.problem.ValidationFailed;
import io.sarangbang.defaults.problem.ValidationFailed.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A key as somebody wants it. */
record NewKeyRequest(
        @Nullable String name,
        @Nullable List<@Nullable String> scopes,
        @Nullable Integer expiresInDays) {

    private static final int LONGEST_DAYS = 365;

    /** @throws ValidationFailed with all that is wrong at once */
    KeyTerms terms() {
        var faults = new ArrayList<Violation>();
        KeyName.fault(name).ifPresent(faults::add);
        faults.addAll(scopeFaults());
        expiryFault().ifPresent(faults::add);
        if (name == null || scopes == null || !faults.isEmpty()) {
            throw new ValidationFailed(faults);
        }
        return new KeyTerms(
                KeyName.tidy(name),
                chosen(scopes),
                Optional.ofNullable(expiresInDays).map(Duration::ofDays));
    }

    private static Set<Scope> chosen(List<@Nullable String> scopes) {
        return scopes.stream()
                .flatMap(it -> Scope.of(String.valueOf(it)).stream())
                .collect(Collectors.toSet());
    }

    private List<Violation> scopeFaults() {
        if (scopes == null || scopes.isEmpty()) {
            return List.of(new Violation("/scopes", "names none; there are: " + String.join(", ", Scope.all())));
        }
        var faults = new ArrayList<Violation>();
        for (var i = 0; i < scopes.size() && faults.isEmpty(); i++) {
            if (Scope.of(String.valueOf(scopes.get(i))).isEmpty()) {
                faults.add(new Violation("/scopes/" + i, "is none of these: " + String.join(", ", Scope.all())));
            }
        }
        return faults;
    }

    private Optional<Violation> expiryFault() {
        return expiresInDays == null || (expiresInDays >= 1 && expiresInDays <= LONGEST_DAYS)
                ? Optional.empty()
                : Optional.of(new Violation("/expiresInDays", "is not from 1 to " + LONGEST_DAYS));
    }
}
