package io.sarangbang.doctor;

import io.sarangbang.doctor.dns.DnsFeature;
import io.sarangbang.doctor.host.HostFeature;
import io.sarangbang.doctor.media.Media;
import io.sarangbang.doctor.openvidu.OpenVidu;
import io.sarangbang.doctor.report.Feature;
import io.sarangbang.doctor.services.ServicesFeature;
import io.sarangbang.doctor.settings.SettingsFeature;
import io.sarangbang.doctor.signalling.Signalling;
import io.sarangbang.doctor.social.SocialFeature;
import io.sarangbang.doctor.tls.TlsFeature;
import io.sarangbang.doctor.turn.Turn;
import io.sarangbang.doctor.web.WebFeature;
import java.util.List;

/** Every part of the examination, in the order of the report. A new one is registered here and nowhere else. */
final class Checklist {

    private Checklist() {}

    static List<Feature> features() {
        return List.of(
                SettingsFeature.feature(),
                HostFeature.feature(),
                DnsFeature.feature(),
                TlsFeature.feature(),
                WebFeature.feature(),
                ServicesFeature.feature(),
                SocialFeature.feature(),
                OpenVidu.feature(),
                Signalling.feature(),
                Media.feature(),
                Turn.feature());
    }
}
