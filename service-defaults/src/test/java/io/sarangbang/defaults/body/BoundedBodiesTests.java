package io.sarangbang.defaults.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.defaults.problem.PayloadTooLarge;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.ModelAndView;

class BoundedBodiesTests {

    private static final int LIMIT = 1000;

    private final AtomicReference<Exception> refusal = new AtomicReference<>();
    private final AtomicReference<byte[]> passedOn = new AtomicReference<>();

    @Test
    void aBodyAtTheLimitPassesUnchanged() throws Exception {
        for (var tellsItsLength : new boolean[] {true, false}) {
            passedOn.set(null);
            send(LIMIT, tellsItsLength);
            assertThat(passedOn.get()).hasSize(LIMIT).containsOnly('x');
        }
    }

    @Test
    void aLongerBodyIsRefusedWhetherOrNotItTellsItsLength() throws Exception {
        for (var tellsItsLength : new boolean[] {true, false}) {
            refusal.set(null);
            send(LIMIT + 1, tellsItsLength);
            assertThat(refusal.get()).isInstanceOf(PayloadTooLarge.class);
            assertThat(passedOn.get()).isNull();
        }
    }

    @Test
    void noBodyPasses() throws Exception {
        send(0, false);
        assertThat(passedOn.get()).isEmpty();
    }

    private void send(int length, boolean tellsItsLength) throws Exception {
        var request = new MockHttpServletRequest("POST", "/api/rooms") {
            @Override
            public long getContentLengthLong() {
                return tellsItsLength ? super.getContentLengthLong() : -1;
            }
        };
        request.setContent("x".repeat(length).getBytes());
        new BoundedBodies(new BodySettings(DataSize.ofBytes(LIMIT)), (_, _, _, problem) -> {
                    refusal.set(problem);
                    return new ModelAndView();
                })
                .doFilter(request, new MockHttpServletResponse(), (passed, _) -> passedOn.set(read(passed)));
    }

    private static byte[] read(jakarta.servlet.ServletRequest request) throws IOException {
        return ((HttpServletRequest) request).getInputStream().readAllBytes();
    }
}
