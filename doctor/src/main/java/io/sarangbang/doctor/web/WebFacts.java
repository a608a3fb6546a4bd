package io.sarangbang.doctor.web;

import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.wire.Reply;
import java.net.URI;
import java.util.List;

/**
 * What the front door answers.
 *
 * @param publicUrl the address in browsers
 * @param mediaHost where calls are signalled, as host or host:port
 * @param local whether the name is everybody's own machine, where some rules don't hold
 * @param page the page at the public address
 * @param redirect what the same address answers in clear text
 * @param api a question that any visitor may ask of the gateway
 * @param calls addresses that only a developer's machine or this network knows, in what the page loads
 */
record WebFacts(
        URI publicUrl,
        String mediaHost,
        boolean local,
        Fact<Reply> page,
        Fact<Reply> redirect,
        Fact<Reply> api,
        Fact<List<String>> calls) {}
