-- A known orderer may leave his basket and take it up in his next session.
alter table shopping_session add column kept boolean not null default false;
create index shopping_session_person on shopping_session (person_id, expires_at) where person_id is not null;
