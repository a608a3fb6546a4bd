package io.sarangbang.gateway.refusal;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.sarangbang.defaults.problem.FrameworkProblems;
import io.sarangbang.defaults.request.RequestId;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/**
 * Gives a body to what the HTTP codec refuses (a request line, headers or an address that it can't read): it answers those
 * by itself with a bare status, before any filter of ours runs.
 */
final class BareRefusals extends ChannelDuplexHandler {

    private boolean head;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest request) {
            head = request.method().equals(HttpMethod.HEAD);
        }
        super.channelRead(context, message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        super.write(context, bare(message) ? described((FullHttpResponse) message) : message, promise);
    }

    private boolean bare(Object message) {
        return !head
                && message instanceof FullHttpResponse response
                && codecRefuses(response.status().code())
                && !response.content().isReadable()
                && !response.headers().contains(HttpHeaderNames.CONTENT_TYPE);
    }

    private static boolean codecRefuses(int status) {
        return switch (status) {
            case 400, 413, 414, 431 -> true;
            default -> false;
        };
    }

    private static FullHttpResponse described(FullHttpResponse bare) {
        var id = RequestId.acceptedOrNew(bare.headers().get(RequestId.HEADER));
        var problem = ProblemDetail.forStatus(bare.status().code());
        FrameworkProblems.giveType(problem);
        var body = """
                {"type":"%s","title":"%s","status":%d,"requestId":"%s"}""".formatted(problem.getType(), problem.getTitle(), problem.getStatus(), id)
                .getBytes(StandardCharsets.UTF_8);
        var described = bare.replace(io.netty.buffer.Unpooled.wrappedBuffer(body));
        bare.release();
        described
                .headers()
                .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set("X-Content-Type-Options", "nosniff")
                .set(RequestId.HEADER, id);
        return described;
    }
}
