package io.sarangbang.doctor.openvidu;

import io.sarangbang.doctor.fact.Inquiry;
import io.sarangbang.doctor.fact.Probe;
import io.sarangbang.doctor.wire.Wire;

/** Asks for the public address without the secret, then for the configuration with it. */
final class OpenViduProbe implements Probe<OpenViduFacts> {

    private static final String PUBLIC_URL = "/openvidu/api/config/openvidu-publicurl";

    @Override
    public Class<OpenViduFacts> facts() {
        return OpenViduFacts.class;
    }

    @Override
    public OpenViduFacts ask(Inquiry inquiry) {
        var api = OpenViduApi.of(inquiry.installation());
        var other = new OpenViduApi(new Wire(inquiry.installation()), OpenViduFacts.otherwise(api.base()), "");
        return new OpenViduFacts(
                api.base(),
                inquiry.installation().secret("OPENVIDU_SECRET").orElse(""),
                OpenViduApi.tried(() -> api.get(PUBLIC_URL)),
                OpenViduApi.tried(() -> other.get(PUBLIC_URL)),
                OpenViduApi.tried(() -> api.getSigned("/openvidu/api/config")));
    }
}
