package io.sarangbang.users.deletion;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class DeletionAfterKillOnH2Tests extends DeletionAfterKillContract {

    @TempDir
    private Path directory;

    /** On disk at each commit, as servers have it; else half a second's worth would be lost. */
    @Override
    List<String> database() {
        var url = "jdbc:h2:file:%s;MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;WRITE_DELAY=0";
        return List.of(
                "spring.datasource.url=" + url.formatted(directory.resolve("users")),
                "spring.datasource.username=sa",
                "spring.datasource.password=");
    }
}
