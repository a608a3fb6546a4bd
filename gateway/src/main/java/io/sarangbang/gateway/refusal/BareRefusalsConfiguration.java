package io.sarangbang.gateway.refusal;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;

@Configuration(proxyBeanMethods = false)
class BareRefusalsConfiguration {

    @Bean
    WebServerFactoryCustomizer<NettyReactiveWebServerFactory> bareRefusals() {
        return factory -> factory.addServerCustomizers(server -> server.doOnChannelInit((_, channel, _) ->
                channel.pipeline().addAfter(NettyPipeline.HttpCodec, "bareRefusals", new BareRefusals())));
    }
}
