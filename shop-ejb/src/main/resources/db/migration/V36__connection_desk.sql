-- Every save of a connection is a version of it: settings and profile as JSON, never a secret.
create table connection_version (
  id uuid primary key,
  connection_id uuid not null references connection,
  number int not null,
  at timestamptz not null,
  actor varchar(160) not null,
  note varchar(400),
  content text not null,
  unique (connection_id, number)
);

alter table connection_credential
  add column created_at timestamptz not null default now();
