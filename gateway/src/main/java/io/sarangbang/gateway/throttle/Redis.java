package io.sarangbang.gateway.throttle;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.sarangbang.defaults.setup.SetupRefused;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** One connection to Redis, sought anew for as long as there is none; asking never waits for it. */
final class Redis implements AutoCloseable {

    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private final ClientResources resources;
    private final RedisClient client;
    private final Disposable seeking;
    private volatile @Nullable StatefulRedisConnection<String, byte[]> connection;

    Redis(String url) {
        var uri = uri(url);
        this.resources = ClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .reconnectDelay(Delay.constant(AGAIN))
                .build();
        this.client = RedisClient.create(resources);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(AGAIN).build())
                .build());
        // Once there was one, the driver restores it by itself.
        this.seeking = Mono.fromCompletionStage(() -> client.connectAsync(CODEC, uri))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, AGAIN))
                .subscribe(it -> connection = it);
    }

    /** None yet where Redis was not there when the gateway started, and has not been since. */
    @Nullable
    StatefulRedisConnection<String, byte[]> connection() {
        return connection;
    }

    @Override
    public void close() {
        seeking.dispose();
        client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        resources.shutdown(0, 1, java.util.concurrent.TimeUnit.SECONDS);
    }

    private static RedisURI uri(String url) {
        try {
            return RedisURI.create(url);
        } catch (IllegalArgumentException _) {
            // not its message, which repeats the password
            throw new SetupRefused("REDIS_URL is no address of a Redis server, such as redis://:password@redis:6379.");
        }
    }
}
