package ma.jazari.gateway.limit;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** The one connection to Valkey or Redis, which comes back by itself. */
final class RedisConnection {

    private static final Duration RECONNECT = Duration.ofSeconds(1);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int THREADS = 2;

    private final RedisURI address;
    private final ClientResources resources;
    private final RedisClient client;

    /** @param timeout for each command */
    RedisConnection(String url, Duration timeout) {
        this.address = RedisURI.create(url);
        this.resources = ClientResources.builder()
                .ioThreadPoolSize(THREADS)
                .computationThreadPoolSize(THREADS)
                .reconnectDelay(Delay.constant(RECONNECT))
                .build();
        this.client = RedisClient.create(resources);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(CONNECT).build())
                .timeoutOptions(TimeoutOptions.enabled(timeout))
                .build());
    }

    CompletionStage<StatefulRedisConnection<String, byte[]>> open() {
        return client.connectAsync(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE), address);
    }

    void close() {
        client.shutdown(Duration.ZERO, CONNECT);
        resources.shutdown(0, CONNECT.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly(CONNECT.toMillis());
    }
}
