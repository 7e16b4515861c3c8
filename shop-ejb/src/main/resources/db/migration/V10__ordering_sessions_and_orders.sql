create sequence requisition_number;
create sequence order_number;

create table shopping_session (
  id uuid primary key,
  version int not null,
  token_hash bytea not null unique,
  state varchar(10) not null check (state in ('OPEN', 'RETURNED', 'CANCELLED', 'EXPIRED')),
  account_id uuid not null references business_account,
  connection_id uuid references connection,
  person_id uuid references person,
  web_shop_id uuid not null references web_shop,
  language varchar(2) not null check (language in ('nl', 'en')),
  branch_id uuid references branch,
  cost_centre_code varchar(35),
  purpose_id uuid references purpose,
  contact_name varchar(120),
  contact_reach varchar(120),
  hook_url text,
  return_target varchar(60),
  return_charset varchar(20),
  echo text,
  opened_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  requisition_id uuid
);
create index shopping_session_expiry on shopping_session (expires_at) where state = 'OPEN';

create table basket_line (
  id uuid primary key,
  version int not null,
  session_id uuid not null references shopping_session,
  position int not null,
  web_shop_id uuid not null references web_shop,
  product_id uuid not null references product,
  quantity int not null check (quantity > 0),
  reduced numeric(14,4) not null,
  standard numeric(14,4) not null,
  deliver_on date not null,
  branch_id uuid references branch,
  private_address boolean not null,
  recipient varchar(120),
  street varchar(80) not null,
  house_number varchar(20) not null,
  postcode varchar(10) not null,
  city varchar(80) not null,
  country varchar(2) not null,
  contact_name varchar(120),
  contact_reach varchar(120),
  instruction varchar(200),
  cost_centre varchar(35),
  purpose_id uuid references purpose,
  reference varchar(80),
  card_design varchar(30),
  card_text varchar(1000),
  card_font varchar(20),
  card_logo boolean not null default false,
  unique (session_id, position)
);

create table requisition (
  id uuid primary key,
  version int not null,
  number varchar(20) not null unique,
  line_key varchar(8) not null,
  state varchar(24) not null check (state in ('AWAITING_AUTHORISATION', 'PARTLY_ORDERED', 'ORDERED', 'REJECTED', 'EXPIRED', 'WITHDRAWN', 'REPLACED')),
  account_id uuid not null references business_account,
  connection_id uuid references connection,
  session_id uuid not null references shopping_session,
  person_id uuid references person,
  contact_name varchar(120),
  contact_reach varchar(120),
  net numeric(14,2) not null,
  created_at timestamptz not null,
  valid_until timestamptz not null,
  decided_at timestamptz,
  decided_by varchar(160),
  decision_note varchar(400)
);
create unique index requisition_line_key on requisition (account_id, line_key);
create index requisition_account on requisition (account_id, created_at desc);
create index requisition_open on requisition (valid_until) where state in ('AWAITING_AUTHORISATION', 'PARTLY_ORDERED');

create table requisition_line (
  id uuid primary key,
  version int not null,
  requisition_id uuid not null references requisition,
  item_number int not null,
  goods_line int not null,
  kind varchar(10) not null check (kind in ('GOODS', 'DEPOSIT', 'DELIVERY')),
  web_shop_id uuid not null references web_shop,
  product_id uuid references product,
  sku varchar(40) not null,
  name varchar(160) not null,
  quantity numeric(14,3) not null,
  ordered_quantity numeric(14,3) not null default 0,
  tier_from int not null default 1,
  unit varchar(3) not null,
  reduced numeric(14,4) not null,
  standard numeric(14,4) not null,
  allergens varchar(20)[] not null,
  cut_off_class varchar(1) not null,
  invoice_party_id uuid not null references invoice_party,
  deliver_on date not null,
  branch_id uuid references branch,
  private_address boolean not null,
  recipient varchar(120),
  street varchar(80) not null,
  house_number varchar(20) not null,
  postcode varchar(10) not null,
  city varchar(80) not null,
  country varchar(2) not null,
  contact_name varchar(120),
  contact_reach varchar(120),
  instruction varchar(200),
  cost_centre varchar(35),
  purpose varchar(80),
  ledger_code varchar(35),
  reference varchar(80),
  card_design varchar(30),
  card_text varchar(1000),
  card_font varchar(20),
  card_logo boolean not null default false,
  unique (requisition_id, item_number)
);

create table customer_order (
  id uuid primary key,
  version int not null,
  number varchar(20) not null unique,
  state varchar(20) not null check (state in ('PLACED', 'ON_HOLD', 'IN_PREPARATION', 'PARTLY_DELIVERED', 'DELIVERED', 'CANCELLED')),
  invoiced varchar(6) not null check (invoiced in ('NONE', 'PARTLY', 'FULLY')),
  account_id uuid not null references business_account,
  connection_id uuid references connection,
  requisition_id uuid references requisition,
  purchase_order_id uuid,
  purchase_order_number varchar(120),
  person_id uuid references person,
  contact_name varchar(120),
  contact_reach varchar(120),
  language varchar(2) not null,
  net numeric(14,2) not null,
  vat numeric(14,2) not null,
  placed_at timestamptz not null
);
create index customer_order_account on customer_order (account_id, placed_at desc);
create index customer_order_placed on customer_order (placed_at desc);
create index customer_order_purchase_order on customer_order (account_id, purchase_order_number);

-- One address on one day; the room fulfilment owns it, order lines point at it.
create sequence delivery_number;
create table delivery (
  id uuid primary key,
  version int not null,
  number varchar(20) not null unique,
  state varchar(12) not null check (state in ('PLANNED', 'ON_THE_WAY', 'DELIVERED', 'FAILED', 'RETURNED', 'CANCELLED')),
  order_id uuid not null references customer_order deferrable initially deferred,
  account_id uuid not null references business_account,
  deliver_on date not null,
  promised_on date not null,
  branch_id uuid references branch,
  private_address boolean not null,
  recipient varchar(120),
  street varchar(80) not null,
  house_number varchar(20) not null,
  postcode varchar(10) not null,
  city varchar(80) not null,
  country varchar(2) not null,
  contact_name varchar(120),
  contact_reach varchar(120),
  instruction varchar(200),
  closed_at timestamptz,
  outcome_note varchar(400)
);
create index delivery_order on delivery (order_id);
create index delivery_day on delivery (deliver_on, state);
create index delivery_account on delivery (account_id, deliver_on desc);

create table order_line (
  id uuid primary key,
  version int not null,
  order_id uuid not null references customer_order,
  -- the order and its deliveries are written in one go: each names the other
  delivery_id uuid not null references delivery deferrable initially deferred,
  requisition_line_id uuid references requisition_line,
  position int not null,
  purchase_order_line varchar(40),
  goods_line int not null,
  kind varchar(10) not null check (kind in ('GOODS', 'DEPOSIT', 'DELIVERY')),
  web_shop_id uuid not null references web_shop,
  invoice_party_id uuid not null references invoice_party,
  product_id uuid references product,
  sku varchar(40) not null,
  name varchar(160) not null,
  quantity numeric(14,3) not null,
  invoiced_quantity numeric(14,3) not null default 0,
  unit varchar(3) not null,
  reduced numeric(14,4) not null,
  standard numeric(14,4) not null,
  allergens varchar(20)[] not null,
  cost_centre varchar(120),
  ledger_code varchar(120),
  purpose varchar(80),
  reference varchar(80),
  card_design varchar(30),
  card_text varchar(1000),
  card_font varchar(20),
  card_logo boolean not null default false,
  unique (order_id, position),
  check (invoiced_quantity <= quantity)
);
create index order_line_delivery on order_line (delivery_id);
