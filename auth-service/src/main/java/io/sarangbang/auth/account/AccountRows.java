package io.sarangbang.auth.account;

import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The stored accounts. */
interface AccountRows extends Repository<Account, UUID> {

    Account save(Account account);

    long count();
}
