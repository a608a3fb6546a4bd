package io.sarangbang.doctor.openvidu;

import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.wire.Reply;

/**
 * Whether room-service learns what happens at OpenVidu.
 *
 * @param endpoint whom OpenVidu tells; empty when it tells nobody
 * @param told what the endpoint answered to an event from us
 * @param lost how many events OpenVidu itself failed to deliver meanwhile
 */
record WebhookFacts(String endpoint, Fact<Reply> told, Fact<Long> lost) {}
