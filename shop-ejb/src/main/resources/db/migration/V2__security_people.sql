create table person (
  id uuid primary key,
  version int not null,
  email varchar(254) not null,
  name varchar(120) not null,
  password_hash varchar(300),
  account_id uuid,
  language varchar(2) not null default 'nl' check (language in ('nl', 'en')),
  active boolean not null default true,
  last_seen_at timestamptz
);
create unique index person_email on person (lower(email));
create index person_account on person (account_id);

create table person_role (
  person_id uuid not null references person on delete cascade,
  role varchar(20) not null check (role in ('orderer', 'approver', 'account-admin', 'office', 'warehouse', 'shop-admin')),
  primary key (person_id, role)
);

-- Wrong passwords per name and address; old rows are swept. A name is never locked, an address is slowed down for that name.
create table failed_sign_in (
  id uuid primary key,
  kind varchar(10) not null check (kind in ('PERSON', 'MACHINE')),
  name varchar(254) not null,
  address varchar(64) not null,
  at timestamptz not null
);
create index failed_sign_in_recent on failed_sign_in (kind, name, address, at);

create table one_time_link (
  id uuid primary key,
  token_hash bytea not null unique,
  purpose varchar(20) not null check (purpose in ('FIRST_ADMIN', 'INVITE', 'RESET')),
  email varchar(254) not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
