-- Who would like his system to be linked. One at a time of an e-mail address is open.
create table connection_request (
  id uuid primary key,
  version int not null,
  reference varchar(20) not null unique,
  state varchar(8) not null check (state in ('NEW', 'LINKED', 'DECLINED')),
  created_at timestamptz not null,
  remote_address varchar(64) not null,
  language varchar(2) not null check (language in ('nl', 'en')),
  organisation varchar(120) not null,
  kvk_number varchar(8) not null,
  name varchar(120) not null,
  email varchar(254) not null,
  phone varchar(40),
  system_name varchar(60) not null,
  protocol varchar(5) check (protocol in ('OCI', 'CXML')),
  remarks varchar(2000),
  account_id uuid references business_account,
  connection_id uuid references connection,
  handled_by varchar(160),
  handled_at timestamptz,
  reason varchar(400)
);
create unique index connection_request_open on connection_request (lower(email)) where state = 'NEW';
create index connection_request_at on connection_request (created_at desc);
create index connection_request_address on connection_request (remote_address, created_at);
