package io.sarangbang.gateway.revocation;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The ids of what has ended lately. Any thread may ask; one alone adds and forgets. */
final class EndedSessions {

    private final int most;
    private final Set<UUID> ids = ConcurrentHashMap.newKeySet();
    private final Deque<UUID> oldestFirst = new ArrayDeque<>();
    private final Deque<Batch> batches = new ArrayDeque<>();

    EndedSessions(int most) {
        this.most = most;
    }

    boolean contains(UUID id) {
        return ids.contains(id);
    }

    /** Kept from the first time it is heard: answers overlap, and no token is made after the end. */
    void add(Collection<UUID> ended, Instant now) {
        var batch = new Batch(now);
        for (var id : ended) {
            if (ids.add(id)) {
                oldestFirst.add(id);
                batch.left++;
            }
        }
        if (batch.left > 0) {
            batches.add(batch);
        }
        while (oldestFirst.size() > most) {
            forgetOldest();
        }
    }

    void forgetBefore(Instant time) {
        for (var oldest = batches.peek(); oldest != null && oldest.at.isBefore(time); oldest = batches.peek()) {
            forgetOldest();
        }
    }

    int size() {
        return ids.size();
    }

    private void forgetOldest() {
        ids.remove(oldestFirst.remove());
        var batch = batches.element();
        batch.left--;
        if (batch.left == 0) {
            batches.remove();
        }
    }

    /** How many of those that were heard together are kept still; a time for each would cost as much as the ids. */
    private static final class Batch {

        private final Instant at;
        private int left;

        Batch(Instant at) {
            this.at = at;
        }
    }
}
