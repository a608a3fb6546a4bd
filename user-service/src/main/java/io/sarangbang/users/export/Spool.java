package io.sarangbang.users.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * What a service answered, kept on disk until it is handed on. The file has no name from the moment it is open: the system
 * takes it back when it is closed, and also when this process is killed.
 */
final class Spool implements Closeable {

    private final FileChannel file;

    private Spool(FileChannel file) {
        this.file = file;
    }

    static Spool open() throws IOException {
        var path = Files.createTempFile("sarangbang-export-", ".json"); // for nobody else to read
        try {
            return new Spool(FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE));
        } finally {
            Files.delete(path);
        }
    }

    /** Takes up an answer from its beginning, whatever is left of one that broke off. */
    BodySubscriber<Void> filled() {
        try {
            file.truncate(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return BodySubscribers.ofByteArrayConsumer(bytes -> bytes.ifPresent(this::append));
    }

    private void append(byte[] bytes) {
        var rest = ByteBuffer.wrap(bytes);
        try {
            while (rest.hasRemaining()) {
                file.write(rest, file.size());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long size() throws IOException {
        return file.size();
    }

    /** UTF-8 alone; what is anything else fails to be read. Closing it would close this spool. */
    Reader reader() throws IOException {
        return new InputStreamReader(Channels.newInputStream(file.position(0)), StandardCharsets.UTF_8.newDecoder());
    }

    void copyTo(OutputStream out) throws IOException {
        var to = Channels.newChannel(out);
        for (long done = 0, size = file.size(); done < size; ) {
            done += file.transferTo(done, size - done, to);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
