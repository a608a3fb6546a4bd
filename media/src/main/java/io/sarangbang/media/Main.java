package io.sarangbang.media;

import java.io.IOException;

/** Starts the server from environment variables; docs/media.md lists them. */
final class Main {

    private Main() {}

    public static void main(String[] args) {
        try {
            var server = new MediaServer(Configuration.read(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
        } catch (BadConfiguration | IOException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
