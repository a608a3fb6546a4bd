package io.sarangbang.doctor.media;

import io.sarangbang.doctor.fact.Inquiry;
import io.sarangbang.doctor.fact.Installation;
import io.sarangbang.doctor.fact.Probe;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Publishes, and tries every candidate of the answer at once. */
final class MediaProbe implements Probe<MediaFacts> {

    private static final String LAPTOP = "127.0.0.1";

    @Override
    public Class<MediaFacts> facts() {
        return MediaFacts.class;
    }

    @Override
    public MediaFacts ask(Inquiry inquiry) throws IOException, InterruptedException, ExecutionException {
        var installation = inquiry.installation();
        try (var call = PracticeCall.open(installation)) {
            var reached = tried(call.answer().candidates(), new Reach(installation, call.answer()));
            return new MediaFacts(publicAddress(installation), installation.httpsPort(), reached, call.iceServers());
        }
    }

    private static List<Reached> tried(List<Candidate> candidates, Reach reach)
            throws InterruptedException, ExecutionException {
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Reached>> asked = candidates.stream()
                    .map(it -> all.submit(() -> reach.to(it)))
                    .toList();
            var reached = new java.util.ArrayList<Reached>();
            for (var one : asked) {
                reached.add(one.get());
            }
            return reached;
        }
    }

    private static String publicAddress(Installation installation) {
        return installation.variable("PUBLIC_IP").orElse(installation.isLaptop() ? LAPTOP : "");
    }
}
