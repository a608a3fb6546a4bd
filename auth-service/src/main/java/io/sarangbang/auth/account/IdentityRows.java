package io.sarangbang.auth.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The stored identities. */
interface IdentityRows extends Repository<Identity, UUID> {

    Optional<Identity> findByProviderAndProviderAppAndSubject(String provider, String providerApp, String subject);

    Optional<Identity> findById(UUID id);

    Identity save(Identity identity);
}
