package io.sarangbang.media.session;

import io.sarangbang.media.rtc.BadOffer;
import io.sarangbang.media.rtc.Subscription;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One participant watching another's stream. */
record Viewing(PublishedStream stream, long createdAt, Subscription subscription, MediaWatch watch) {

    String renegotiate(String sdpOffer) throws BadOffer {
        var answer = subscription.renegotiate(sdpOffer);
        watch.startAgain();
        return answer;
    }

    ObjectNode toJson() {
        return JsonNodeFactory.instance.objectNode().put("createdAt", createdAt).put("streamId", stream.id());
    }
}
