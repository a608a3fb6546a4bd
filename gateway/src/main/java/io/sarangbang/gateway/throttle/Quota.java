package io.sarangbang.gateway.throttle;

import io.github.bucket4j.Bandwidth;

/** What one of many may ask of one kind; whoever has another limit has another quota. */
record Quota(Kind kind, String whose, Rate rate) {

    Bandwidth limit() {
        return Bandwidth.builder()
                .capacity(rate.count())
                .refillGreedy(rate.count(), rate.period())
                .build();
    }

    String key() {
        return "sarangbang:rate:" + kind + ":" + rate + ":" + whose;
    }
}
