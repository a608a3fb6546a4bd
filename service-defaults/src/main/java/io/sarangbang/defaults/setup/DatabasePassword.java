package io.sarangbang.defaults.setup;

import org.springframework.core.env.Environment;

/** How a service proves to its database who it is. */
record DatabasePassword(String url, String value) {

    private static final int SHORTEST = 16;

    static DatabasePassword of(Environment settings) {
        return new DatabasePassword(
                settings.getProperty("spring.datasource.url", ""),
                settings.getProperty("spring.datasource.password", ""));
    }

    /** Databases in this very process ask nobody else for a password. */
    void refuseIfWeak() {
        if (!url.startsWith("jdbc:h2:")) {
            OperatorSecret.refuseIfWeak("DB_PASSWORD", value, SHORTEST);
        }
    }

    @Override
    public String toString() {
        return "DatabasePassword[…]";
    }
}
