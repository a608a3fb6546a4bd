package io.sarangbang.gateway.edge;

import io.sarangbang.defaults.problem.PayloadTooLarge;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;

/** A body that fails as soon as more bytes have come than are read here. */
final class BoundedBody extends ServerHttpRequestDecorator {

    private final long limit;

    BoundedBody(ServerHttpRequest request, long limit) {
        super(request);
        this.limit = limit;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return Flux.defer(() -> {
            var read = new long[1];
            return super.getBody().<DataBuffer>handle((buffer, sink) -> {
                read[0] += buffer.readableByteCount();
                if (read[0] > limit) {
                    DataBufferUtils.release(buffer);
                    sink.error(new PayloadTooLarge(limit));
                } else {
                    sink.next(buffer);
                }
            });
        });
    }
}
