package io.sarangbang.defaults.setup;

import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The database of one service of one installation. Its table {@code installation} has one row, which says whose it is: the
 * service's name from the migration that makes it, the installation's id from the first that comes with one.
 *
 * <p>Two environments on one database would sign each other's people out, and end each other's calls, as soon as they run;
 * that is why the second is refused at its start.
 */
final class OwnDatabase {

    private final String service;
    private final Installation installation;
    private final Flyway flyway;
    private final JdbcTemplate jdbc;

    private record Owner(
            String service, @Nullable String id, @Nullable String environment) {}

    OwnDatabase(String service, Installation installation, Flyway flyway) {
        this.service = service;
        this.installation = installation;
        this.flyway = flyway;
        this.jdbc = new JdbcTemplate(flyway.getConfiguration().getDataSource());
    }

    void migrate() {
        refuseIfOthers();
        try {
            flyway.migrate();
        } catch (FlywayValidateException e) {
            refuseIfOthers(); // who was first by a moment
            throw e;
        }
        claim();
        refuseIfOthers();
    }

    /** One statement: of several that come first at the same time, one has it and the others see so. */
    private void claim() {
        if (!installation.id().isEmpty()) {
            jdbc.update(
                    "update installation set id = ?, environment = ? where service = ? and (id is null or id = ?)",
                    installation.id(),
                    installation.environment(),
                    service,
                    installation.id());
        }
    }

    private void refuseIfOthers() {
        owner().ifPresent(it -> {
            if (!it.service().equals(service)) {
                throw new SetupRefused("The database %s is %s's; %s needs one of its own (DB_URL)."
                        .formatted(address(), it.service(), service));
            }
            if (!installation.id().isEmpty() && it.id() != null && !it.id().equals(installation.id())) {
                throw new SetupRefused(ofAnother(it));
            }
        });
    }

    private String ofAnother(Owner owner) {
        return """
                The database %s belongs to another installation (ENVIRONMENT=%s, INSTALLATION_ID=%s) than this one \
                (ENVIRONMENT=%s, INSTALLATION_ID=%s), and two environments on one database destroy each other's data: give this \
                one a database of its own. If it is the same installation on another machine, bring its secrets along.\
                """.formatted(address(), owner.environment(), owner.id(), installation.environment(), installation.id());
    }

    private Optional<Owner> owner() {
        return tableExists()
                ? jdbc
                        .query(
                                "select service, id, environment from installation",
                                (row, _) -> new Owner(row.getString(1), row.getString(2), row.getString(3)))
                        .stream()
                        .findFirst()
                : Optional.empty();
    }

    private boolean tableExists() {
        return Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            try (var tables = connection.getMetaData().getTables(connection.getCatalog(), null, "installation", null)) {
                return tables.next();
            }
        }));
    }

    /** Without what follows the name, which may hold a password. */
    private String address() {
        var url = jdbc.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getURL());
        return String.valueOf(url).replaceFirst("[?;].*", "");
    }
}
