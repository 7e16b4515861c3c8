-- A call-up that our staff play for a customer's system, with a credential and a return address of its own.
create sequence console_run_number;
create table console_run (
  id uuid primary key,
  version int not null,
  number varchar(20) not null unique,
  state varchar(10) not null check (state in ('OPEN', 'RETURNED', 'ENDED')),
  connection_id uuid not null references connection,
  account_id uuid not null references business_account,
  credential_id uuid not null,
  identity varchar(120) not null unique,
  -- encrypted with SHOP_SECRET_KEY, because they are shown as long as the run lives
  secret bytea,
  token bytea,
  token_hash bytea not null unique,
  receiver varchar(500) not null,
  parameters text not null,
  started_by varchar(160) not null,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  returned_at timestamptz,
  returned_type varchar(200),
  returned bytea
);
create index console_run_started on console_run (started_at desc);
create index console_run_connection on console_run (connection_id, started_at desc);

-- Opens the shop for one run, also over a connection that was only requested; orders nothing.
alter table connection_credential add column console boolean not null default false;
