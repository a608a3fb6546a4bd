package io.sarangbang.defaults.problem;

import io.sarangbang.defaults.request.RequestId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers what Tomcat refuses before any filter runs (a header too large, an address it can't read) as a problem instead of
 * Tomcat's page. Public with a bare constructor, because Tomcat makes it from its name.
 */
public final class ProblemReportValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(ProblemReportValve.class);
    private static final JsonMapper json = new JsonMapper();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = response.getStatus();
        if (status < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        if (isConnected(response)) {
            write(response, status);
        }
    }

    private static boolean isConnected(Response response) {
        var allowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        return allowed.get();
    }

    private static void write(Response response, int status) {
        try {
            var id = RequestId.acceptedOrNew(response.getHeader(RequestId.HEADER));
            response.setHeader(RequestId.HEADER, id);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getReporter().write(body(status, id));
            response.finishResponse();
        } catch (IOException e) {
            log.debug("the client did not wait for its refusal", e);
        }
    }

    private static String body(int status, String requestId) {
        var problem = ProblemDetail.forStatus(status);
        FrameworkProblems.giveType(problem);
        var body = new LinkedHashMap<String, Object>();
        body.put("type", String.valueOf(problem.getType()));
        body.put("title", problem.getTitle());
        body.put("status", status);
        body.put(
                "detail",
                problem.getDetail() == null ? "The server could not accept the request." : problem.getDetail());
        body.put("requestId", requestId);
        return json.writeValueAsString(body);
    }
}
