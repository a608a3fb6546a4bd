package io.sarangbang.defaults.body;

import io.sarangbang.defaults.problem.PayloadTooLarge;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Reads no more of a body than the longest that anyone has to send; the container bounds forms only. */
final class BoundedBodies extends OncePerRequestFilter {

    private final int limit;
    private final HandlerExceptionResolver problems;

    BoundedBodies(BodySettings settings, HandlerExceptionResolver problems) {
        this.limit = Math.toIntExact(settings.maxBody().toBytes());
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var length = request.getContentLengthLong();
        if (length > limit) {
            refuse(request, response);
        } else if (length >= 0) {
            chain.doFilter(request, response);
        } else if (isForm(request)) {
            request.getParameterMap(); // at its first reading the container tells by an exception; better here than
            // deep inside
            chain.doFilter(request, response);
        } else {
            readAhead(request, response, chain);
        }
    }

    private void readAhead(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            refuse(request, response);
        } else {
            chain.doFilter(new ReadAlready(request, body), response);
        }
    }

    /** The container makes parameters of a form, but not of one that somebody else has read; its bound is the same. */
    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) {
        problems.resolveException(request, response, null, new PayloadTooLarge(limit));
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
