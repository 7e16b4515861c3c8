create table logo (
  id uuid primary key,
  version int not null,
  account_id uuid not null references business_account,
  name varchar(80) not null,
  media_type varchar(40) not null,
  content bytea not null,
  approved boolean not null default false
);
create index logo_account on logo (account_id);
