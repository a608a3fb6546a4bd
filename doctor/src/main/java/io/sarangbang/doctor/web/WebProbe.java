package io.sarangbang.doctor.web;

import io.sarangbang.doctor.fact.Fact;
import io.sarangbang.doctor.fact.Inquiry;
import io.sarangbang.doctor.fact.Installation;
import io.sarangbang.doctor.wire.Reply;
import io.sarangbang.doctor.wire.Wire;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Opens the page as a browser does, whatever the certificate says: that is another feature's business. */
final class WebProbe {

    static final String OPEN_QUESTION = "/api/auth/providers";

    private WebProbe() {}

    static WebFacts ask(Inquiry inquiry) {
        var installation = inquiry.installation();
        var wire = new Wire(installation);
        var url = installation.publicUrl();
        var page = reply(wire, url);
        return new WebFacts(
                url,
                mediaHost(installation),
                installation.isLaptop(),
                page,
                reply(wire, clearText(installation)),
                reply(wire, url.resolve(OPEN_QUESTION)),
                calls(wire, url, page));
    }

    private static URI clearText(Installation installation) {
        var port = installation.httpPort() == 80 ? "" : ":" + installation.httpPort();
        return URI.create("http://" + installation.host() + port + "/");
    }

    /** Its own address where it is an external one; otherwise it answers under the site's name. */
    private static String mediaHost(Installation installation) {
        var elsewhere = installation.mediaServer().equals("external");
        var url = elsewhere
                ? URI.create(installation.variable(
                        "OPENVIDU_URL", installation.publicUrl().toString()))
                : installation.publicUrl();
        return url.getAuthority();
    }

    private static Fact<Reply> reply(Wire wire, URI uri) {
        try {
            return Fact.known(wire.getFromAnybody(uri));
        } catch (IOException e) {
            return Fact.unknown(Wire.said(e));
        }
    }

    private static Fact<List<String>> calls(Wire wire, URI url, Fact<Reply> page) {
        return page.either(it -> calls(wire, url, it), Fact::unknown);
    }

    private static Fact<List<String>> calls(Wire wire, URI url, Reply page) {
        try {
            return Fact.known(new PageScripts(wire, url).addresses(page));
        } catch (IOException e) {
            return Fact.unknown(Wire.said(e));
        }
    }
}
