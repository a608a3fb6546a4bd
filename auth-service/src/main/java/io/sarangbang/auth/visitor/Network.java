package io.sarangbang.auth.visitor;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An address cut to its network: enough to know one's own, too little to find a household. */
final class Network {

    // Java reads 1 and 127.1 as addresses, too, and some within brackets.
    private static final Pattern WRITTEN =
            Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|(?=.*:)[0-9A-Fa-f:.]{2,45}(?:%[0-9A-Za-z]{1,16})?");
    private static final int IPV4_BITS = 24;
    private static final int IPV6_BITS = 48;

    private Network() {}

    static @Nullable String of(@Nullable String address) {
        if (address == null || !WRITTEN.matcher(address.strip()).matches()) {
            return null;
        }
        try {
            var bytes = InetAddress.ofLiteral(address.strip()).getAddress();
            var bits = bytes.length == 4 ? IPV4_BITS : IPV6_BITS;
            Arrays.fill(bytes, bits / 8, bytes.length, (byte) 0);
            return InetAddress.getByAddress(bytes).getHostAddress() + "/" + bits;
        } catch (IllegalArgumentException | java.net.UnknownHostException e) {
            return null;
        }
    }
}
