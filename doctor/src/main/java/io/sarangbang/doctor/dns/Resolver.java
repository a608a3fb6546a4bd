package io.sarangbang.doctor.dns;

import io.sarangbang.doctor.fact.Fact;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;

/** Asks the machine's name servers for one kind of address, and tells "there is none" from "nobody answered". */
@SuppressWarnings("BanJNDI") // its DNS part makes no objects out of what it reads
final class Resolver {

    private final String nameServers;

    /** @param nameServers as JNDI writes them: "dns:" are the machine's own */
    Resolver(String nameServers) {
        this.nameServers = nameServers;
    }

    /** @param type A or AAAA */
    Fact<List<String>> addresses(String host, String type) {
        try {
            var answer = new InitialDirContext(environment()).getAttributes(host, new String[] {type});
            var attribute = answer.get(type);
            return attribute == null ? unwritten(host, type, "") : Fact.known(values(attribute));
        } catch (NameNotFoundException e) {
            return unwritten(host, type, "");
        } catch (NamingException e) {
            return unwritten(host, type, "the name servers say: " + e.getMessage());
        }
    }

    private static List<String> values(Attribute attribute) throws NamingException {
        return Collections.list(attribute.getAll()).stream()
                .map(it -> written(it.toString()))
                .toList();
    }

    /** One way to write an address; there are several for each of the newer kind. */
    static String written(String address) {
        try {
            return InetAddress.ofLiteral(address).getHostAddress();
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private Hashtable<String, String> environment() {
        var environment = new Hashtable<String, String>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        environment.put(Context.PROVIDER_URL, nameServers);
        environment.put("com.sun.jndi.dns.timeout.initial", "1500");
        environment.put("com.sun.jndi.dns.timeout.retries", "2");
        return environment;
    }

    /** What the name servers don't know may stand in /etc/hosts, which then is all there is to know. */
    private static Fact<List<String>> unwritten(String host, String type, String failure) {
        try {
            return Fact.known(Arrays.stream(InetAddress.getAllByName(host))
                    .filter(it -> (it instanceof Inet4Address) == type.equals("A"))
                    .map(InetAddress::getHostAddress)
                    .toList());
        } catch (UnknownHostException e) {
            return failure.isEmpty() ? Fact.known(List.of()) : Fact.unknown(failure);
        }
    }
}
