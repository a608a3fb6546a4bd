package io.sarangbang.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarangbang.auth.RunningService;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** who somebody is follows from provider, application and subject. An e-mail address joins nobody and is kept nowhere. */
class SameAddressTests extends RunningService {

    private static final String MINJUN = """
            {"id":9101,"properties":{"nickname":"민준"},"kakao_account":{"profile":{"nickname":"민준"},"has_email":true,\
            "is_email_valid":true,"is_email_verified":true,"email":"family@same-address.test"}}""";

    private static final String HAEUN = """
            {"resultcode":"00","message":"success","response":{"id":"n9101","nickname":"하은",\
            "email":"family@same-address.test"}}""";

    @Autowired
    private JdbcTemplate database;

    @Test
    void twoPeopleWithOneAddressHaveTwoAccountsAndTheAddressIsKeptNowhere() {
        var minjun = signedIn(MINJUN);
        var haeun = browser();
        signsIn(haeun, "naver", HAEUN);

        assertThat(caller(haeun).accountId()).isNotEqualTo(caller(minjun).accountId());
        var kept = everythingKept();
        assertThat(kept).as("the search finds what is kept").anyMatch(it -> it.contains("n9101"));
        assertThat(kept).noneMatch(it -> it.contains("same-address"));
    }

    private List<String> everythingKept() {
        var found = new ArrayList<String>();
        var tables = database.queryForList(
                "select table_name from information_schema.tables where lower(table_schema) = 'public'", String.class);
        for (var table : tables) {
            database.query("select * from \"" + table + "\"", row -> {
                for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                    found.add(text(row.getObject(column)));
                }
            });
        }
        return found;
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
    }
}
