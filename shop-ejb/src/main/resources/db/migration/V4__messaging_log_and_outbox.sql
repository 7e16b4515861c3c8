create table message (
  id uuid primary key,
  reference varchar(20) not null unique,
  at timestamptz not null,
  direction varchar(3) not null check (direction in ('IN', 'OUT')),
  channel varchar(20) not null check (channel in ('OCI_CALL_UP', 'OCI_RETURN', 'OCI_ORDER', 'CXML', 'UBL_ORDER', 'UBL_INVOICES', 'MAIL')),
  connection_id uuid,
  account_id uuid,
  remote_address varchar(64),
  content_type varchar(200),
  payload bytea not null,
  subject varchar(120),
  outcome varchar(30),
  status int,
  detail text,
  answer bytea,
  answer_type varchar(200),
  duration_ms int
);
create index message_at on message (at desc);
create index message_connection on message (connection_id, at desc);
create index message_subject on message (subject);

create table outbox (
  id uuid primary key,
  kind varchar(30) not null,
  dedupe_key varchar(120) not null,
  payload text not null,
  state varchar(10) not null check (state in ('WAITING', 'SENT', 'DEAD')),
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  created_at timestamptz not null,
  done_at timestamptz,
  last_error varchar(1000),
  unique (kind, dedupe_key)
);
create index outbox_due on outbox (next_attempt_at) where state = 'WAITING';
