package io.sarangbang.doctor.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One request and its answer over HTTP/1.1. Java's own client can't be sent to another address than the name says. */
public final class Http {

    private static final int LINE_LIMIT = 16_384;
    private static final int BODY_LIMIT = 8_000_000;

    private Http() {}

    /** Asks and reads the whole answer; the connection is of no use afterwards, except after 101. */
    public static Reply exchange(Socket socket, String method, URI uri, Map<String, String> headers, String body)
            throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        socket.getOutputStream().write(head(method, uri, headers, bytes.length).getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return answer(socket.getInputStream(), method);
    }

    private static String head(String method, URI uri, Map<String, String> headers, int length) {
        var head = new LinkedHashMap<String, String>();
        head.put("Host", uri.getPort() == -1 ? uri.getHost() : uri.getHost() + ":" + uri.getPort());
        head.put("User-Agent", "sarangbang-doctor");
        head.put("Accept", "*/*");
        head.put("Connection", "close");
        if (length > 0 || !method.equals("GET")) {
            head.put("Content-Length", String.valueOf(length));
        }
        head.putAll(headers);
        var text = new StringBuilder(method).append(' ').append(target(uri)).append(" HTTP/1.1\r\n");
        head.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return text.append("\r\n").toString();
    }

    private static String target(URI uri) {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static Reply answer(InputStream in, String method) throws IOException {
        // after 101 what follows belongs to somebody else, so nothing may be read ahead
        var status = status(line(in));
        while (status > 99 && status < 200 && status != 101) {
            headers(in);
            status = status(line(in));
        }
        var headers = headers(in);
        var hasBody = status >= 200 && status != 204 && status != 304 && !method.equals("HEAD");
        return new Reply(status, headers, hasBody ? body(new BufferedInputStream(in), headers) : new byte[0]);
    }

    private static int status(String line) throws IOException {
        var parts = line.split(" ", 3);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.") || !parts[1].matches("\\d{3}")) {
            throw new ProtocolException("no HTTP: " + line.substring(0, Math.min(line.length(), 80)));
        }
        return Integer.parseInt(parts[1]);
    }

    private static Map<String, List<String>> headers(InputStream in) throws IOException {
        var headers = new LinkedHashMap<String, List<String>>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var colon = line.indexOf(':');
            if (colon > 0) {
                headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private static byte[] body(InputStream in, Map<String, List<String>> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", List.of()).contains("chunked")) {
            return chunks(in);
        }
        var length = headers.getOrDefault("content-length", List.of());
        var limit = length.isEmpty() ? BODY_LIMIT : Math.min(Integer.parseInt(length.getFirst()), BODY_LIMIT);
        return in.readNBytes(limit);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var all = new ByteArrayOutputStream();
        for (var size = size(line(in)); size > 0 && all.size() < BODY_LIMIT; size = size(line(in))) {
            all.write(in.readNBytes(size));
            line(in);
        }
        return all.toByteArray();
    }

    private static int size(String line) throws IOException {
        try {
            return Integer.parseInt(line.split(";", 2)[0].strip(), 16);
        } catch (NumberFormatException e) {
            throw new ProtocolException("no length of a chunk: " + line);
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next == -1) {
                throw new EOFException("the connection ended before the answer did");
            }
            line.write(next);
            if (line.size() > LINE_LIMIT) {
                throw new ProtocolException("a line without an end");
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
