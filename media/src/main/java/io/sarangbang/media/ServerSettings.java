package io.sarangbang.media;

import io.sarangbang.media.rpc.RpcSettings;
import io.sarangbang.media.rtc.MediaSettings;
import io.sarangbang.media.session.IceSettings;
import io.sarangbang.media.session.PublicAddress;
import io.sarangbang.media.webhook.WebhookSettings;
import java.time.Duration;

/**
 * Everything that can be configured.
 *
 * @param bindAddress where HTTP listens; empty for every address
 * @param port the port HTTP listens on; 0 picks a free one
 * @param secret what backends prove themselves with
 * @param address where browsers reach us
 * @param media how the engine meets the network
 * @param ice which STUN and TURN servers browsers are told
 * @param webhook who is told what happens
 * @param rpc how patient we are with browsers
 * @param garbageEvery how often sessions nobody joined are looked for; zero for never
 * @param garbageAge how old such a session must be to be dropped
 */
record ServerSettings(
        String bindAddress,
        int port,
        String secret,
        PublicAddress address,
        MediaSettings media,
        IceSettings ice,
        WebhookSettings webhook,
        RpcSettings rpc,
        Duration garbageEvery,
        Duration garbageAge) {}
