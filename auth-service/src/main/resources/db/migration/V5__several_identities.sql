-- Whoever signs in once more gets a new session; what was begun in the old one counts for the new one.
alter table sessions add column replaced_by binary(16);

-- One identity of each provider to an account, however many ask at once.
alter table identities add constraint identities_provider_once unique (account_id, provider);
