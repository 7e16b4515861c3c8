create table purchase_order (
  id uuid primary key,
  version int not null,
  connection_id uuid not null references connection,
  account_id uuid not null references business_account,
  order_number varchar(120) not null,
  order_key varchar(120) not null,
  order_version varchar(20) not null,
  channel varchar(20) not null check (channel in ('OCI_ORDER', 'CXML', 'UBL_ORDER')),
  state varchar(14) not null check (state in ('RECEIVED', 'PLACED', 'PARTLY_PLACED', 'HELD', 'CONFLICT', 'REFUSED', 'DUPLICATE', 'SUPERSEDED', 'CANCELLED')),
  content_hash varchar(64) not null,
  message_reference varchar(20) not null,
  received_at timestamptz not null,
  decide_before timestamptz,
  currency varchar(3),
  stated_net numeric(18,4),
  cost_centre varchar(120),
  requested_on date,
  remark varchar(2000),
  requisition_id uuid references requisition,
  order_id uuid references customer_order,
  reasons text not null default '[]',
  answer text,
  decided_by varchar(160),
  decided_at timestamptz,
  decision_note varchar(400)
);
-- Exactly once: whoever inserts this key handles the order, everybody else waits for him and repeats his answer.
create unique index purchase_order_once on purchase_order (connection_id, order_key, order_version)
  where state not in ('CONFLICT', 'DUPLICATE');
create index purchase_order_state on purchase_order (state, received_at desc);
create index purchase_order_account on purchase_order (account_id, received_at desc);

create table purchase_order_line (
  id uuid primary key,
  version int not null,
  purchase_order_id uuid not null references purchase_order,
  position int not null,
  line_number varchar(40) not null,
  sku varchar(100),
  auxiliary_id varchar(120),
  description varchar(1000),
  quantity numeric(18,4) not null,
  unit varchar(20),
  price numeric(18,6),
  price_base numeric(18,6),
  cost_centre varchar(120),
  ledger_code varchar(120),
  requested_on date,
  requisition_line_id uuid references requisition_line,
  placed boolean not null default false,
  unique (purchase_order_id, position)
);
alter table customer_order add foreign key (purchase_order_id) references purchase_order;
