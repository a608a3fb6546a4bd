package io.sarangbang.defaults.service;

/** No instance of a service answered. */
public final class ServiceUnreachable extends RuntimeException {

    private final String service;

    ServiceUnreachable(String service, Throwable cause) {
        super(service + " can't be reached: " + cause.getMessage(), cause);
        this.service = service;
    }

    /** The service that was asked. */
    public String service() {
        return service;
    }
}
