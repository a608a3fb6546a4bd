package io.sarangbang.media.session;

import io.sarangbang.media.rtc.BadOffer;
import io.sarangbang.media.rtc.Publication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What one participant sends, from publishing to unpublishing. Guarded by its room's lock. */
public final class PublishedStream {

    private final String id;
    private final String owner;
    private final long createdAt;
    private final Publication publication;
    private final MediaWatch watch;
    private MediaOptions options;

    PublishedStream(String owner, MediaOptions options, Publication publication, MediaWatch watch) {
        this.id = Identifiers.stream(options.kind(), owner);
        this.owner = owner;
        this.createdAt = System.currentTimeMillis();
        this.options = options;
        this.publication = publication;
        this.watch = watch;
    }

    public String id() {
        return id;
    }

    public long createdAt() {
        return createdAt;
    }

    String owner() {
        return owner;
    }

    MediaOptions options() {
        return options;
    }

    Publication publication() {
        return publication;
    }

    boolean lost() {
        return watch.lost();
    }

    String renegotiate(String sdpOffer) throws BadOffer {
        var answer = publication.renegotiate(sdpOffer);
        watch.startAgain();
        return answer;
    }

    void change(String property, JsonNode value) {
        options = options.with(property, value);
    }

    /** As other participants are told of it. */
    ObjectNode toJson() {
        var json = JsonNodeFactory.instance.objectNode().put("id", id).put("createdAt", createdAt);
        return json.setAll(options.toJson());
    }

    /** As the REST API shows it. */
    ObjectNode toPublisherJson() {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("createdAt", createdAt)
                .put("streamId", id);
        return json.set("mediaOptions", options.toJson());
    }
}
