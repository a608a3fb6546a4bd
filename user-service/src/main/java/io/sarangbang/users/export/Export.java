package io.sarangbang.users.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** One person's export, complete before its first byte is answered. */
record Export(Instant exportedAt, byte[] profile, Spool account, Spool rooms) {

    private static final byte[] BEFORE_ACCOUNT = utf8(",\"account\":");
    private static final byte[] BEFORE_ROOMS = utf8(",\"rooms\":");
    private static final byte[] END = utf8("}");

    /** With its length, by which a browser tells a download that broke off from one that is whole. */
    void answer(HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(fileName()).build().toString());
        response.setContentLengthLong(length());
        writeTo(response.getOutputStream());
    }

    private String fileName() {
        return "sarangbang-export-%s.json".formatted(LocalDate.ofInstant(exportedAt, ZoneOffset.UTC));
    }

    private long length() throws IOException {
        return (long) start().length
                + profile.length
                + BEFORE_ACCOUNT.length
                + account.size()
                + BEFORE_ROOMS.length
                + rooms.size()
                + END.length;
    }

    private void writeTo(OutputStream out) throws IOException {
        out.write(start());
        out.write(profile);
        out.write(BEFORE_ACCOUNT);
        account.copyTo(out);
        out.write(BEFORE_ROOMS);
        rooms.copyTo(out);
        out.write(END);
        out.flush();
    }

    private byte[] start() {
        return utf8("{\"exportedAt\":\"%s\",\"profile\":".formatted(exportedAt));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
