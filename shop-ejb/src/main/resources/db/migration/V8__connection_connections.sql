create table connection (
  id uuid primary key,
  version int not null,
  account_id uuid not null references business_account,
  key varchar(30) not null unique,
  system_name varchar(60) not null,
  protocol varchar(5) not null check (protocol in ('OCI', 'CXML')),
  preset varchar(20) not null,
  live boolean not null default true,
  charset varchar(20) not null default 'UTF-8',
  hook_handling varchar(5) not null default 'WHOLE' check (hook_handling in ('WHOLE', 'SPLIT', 'BOTH')),
  return_target varchar(30),
  mixed_vat varchar(5) not null default 'HIDE' check (mixed_vat in ('SPLIT', 'HIDE', 'WHOLE')),
  allowed_hosts varchar(255)[] not null default '{}',
  plain_http_allowed boolean not null default false,
  -- which of our values goes into which of their fields, and their units: data, see connection.ConnectionMapping
  mapping text not null,
  approval_days int not null default 0,
  validity_days int not null default 30,
  requisition_required boolean not null default true,
  fewer_allowed boolean not null default true,
  on_difference varchar(12) not null default 'HOLD_WHOLE' check (on_difference in ('HOLD_WHOLE', 'PLACE_AGREED')),
  late_order varchar(4) not null default 'MOVE' check (late_order in ('MOVE', 'HOLD')),
  session_hours int not null default 8,
  order_channel varchar(10) not null default 'OCI_ORDER' check (order_channel in ('OCI_ORDER', 'CXML', 'UBL_ORDER')),
  branch_id uuid references branch,
  cost_centre_code varchar(35),
  purpose_id uuid references purpose
);
create index connection_account on connection (account_id);

-- How a customer's system makes itself known. Secrets are encrypted with SHOP_SECRET_KEY; two may be valid at once.
create table connection_credential (
  id uuid primary key,
  connection_id uuid not null references connection,
  kind varchar(5) not null check (kind in ('OCI', 'CXML', 'BASIC')),
  domain varchar(40) not null default '',
  identity varchar(120) not null,
  secret bytea not null,
  valid_until timestamptz,
  branch_id uuid references branch
);
create index connection_credential_identity on connection_credential (kind, identity, domain);

create table connection_web_shop (
  connection_id uuid not null references connection,
  web_shop_id uuid not null references web_shop,
  position int not null,
  primary key (connection_id, web_shop_id)
);
