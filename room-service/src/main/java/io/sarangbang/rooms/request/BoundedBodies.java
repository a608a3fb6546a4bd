package io.sarangbang.rooms.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Reads no more of a body than the longest that anyone has to send; the container bounds forms only. */
@Component
class BoundedBodies extends OncePerRequestFilter {

    /** A message of 2000 characters, each escaped as two UTF-16 units, takes 24 KiB. */
    private static final int LIMIT = 64 * 1024;

    private static final byte[] NOTHING = {};

    private final HandlerExceptionResolver problems;

    BoundedBodies(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var length = request.getContentLengthLong();
        var untold = length < 0 ? request.getInputStream().readNBytes(LIMIT + 1) : NOTHING;
        if (length > LIMIT || untold.length > LIMIT) {
            problems.resolveException(request, response, null, new PayloadTooLarge(LIMIT));
        } else {
            chain.doFilter(length < 0 ? new ReadAlready(request, untold) : request, response);
        }
    }

    /** A request whose body did not say how long it is, and was read to find out. */
    private static final class ReadAlready extends HttpServletRequestWrapper {

        private final ServletInputStream body;

        ReadAlready(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new InMemory(body);
        }

        @Override
        public ServletInputStream getInputStream() {
            return body;
        }
    }

    private static final class InMemory extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        InMemory(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("nothing here reads asynchronously");
        }
    }
}
