create table invoicing_policy (
  id uuid primary key,
  version int not null,
  account_id uuid not null references business_account,
  source varchar(14) not null check (source in ('PURCHASE_ORDER', 'OTHER')),
  grouping varchar(14) not null check (grouping in ('PURCHASE_ORDER', 'ORDER', 'BRANCH', 'COLLECTIVE')),
  moment varchar(10) not null check (moment in ('PLACED', 'DELIVERED', 'WEEKLY', 'MONTHLY')),
  profile varchar(7) not null check (profile in ('PEPPOL', 'NLCIUS')),
  language varchar(2) not null default 'nl' check (language in ('nl', 'en')),
  unique (account_id, source)
);

-- Gapless: the row is locked while a number is given out in the transaction that writes the invoice.
create table invoice_number (
  selling_entity_id uuid not null references selling_entity,
  year int not null,
  last int not null,
  primary key (selling_entity_id, year)
);

create table invoice (
  id uuid primary key,
  version int not null,
  number varchar(30) unique,
  kind varchar(11) not null check (kind in ('INVOICE', 'CREDIT_NOTE')),
  state varchar(16) not null check (state in ('DRAFT', 'BLOCKED', 'ISSUED', 'SENT', 'DISPUTED', 'PARTLY_PAID', 'PAID', 'PARTLY_CREDITED', 'CREDITED')),
  account_id uuid not null references business_account,
  invoice_party_id uuid not null references invoice_party,
  selling_entity_id uuid not null references selling_entity,
  order_id uuid references customer_order,
  purchase_order_number varchar(120),
  profile varchar(7) not null,
  language varchar(2) not null,
  issued_on date,
  issued_at timestamptz,
  due_on date,
  net numeric(14,2) not null,
  vat numeric(14,2) not null,
  gross numeric(14,2) not null,
  findings text not null default '[]',
  created_at timestamptz not null,
  check (state in ('DRAFT', 'BLOCKED') = (number is null))
);
create index invoice_account on invoice (account_id, created_at desc);
create index invoice_purchase_order on invoice (account_id, purchase_order_number);
create index invoice_order on invoice (order_id);

create table invoice_line (
  id uuid primary key,
  invoice_id uuid not null references invoice,
  position int not null,
  order_line_id uuid not null references order_line,
  purchase_order_line varchar(40),
  sku varchar(40) not null,
  name varchar(160) not null,
  quantity numeric(14,3) not null,
  unit varchar(3) not null,
  price numeric(14,4) not null,
  vat_rate varchar(10) not null check (vat_rate in ('REDUCED', 'STANDARD')),
  net numeric(14,2) not null,
  cost_centre varchar(120),
  ledger_code varchar(120),
  unique (invoice_id, position)
);
create index invoice_line_order_line on invoice_line (order_line_id);

create table invoice_file (
  invoice_id uuid primary key references invoice,
  ubl bytea not null,
  ubl_sha256 varchar(64) not null,
  pdf bytea not null,
  pdf_sha256 varchar(64) not null
);
