create table business_account (
  id uuid primary key,
  version int not null,
  key varchar(30) not null unique,
  name varchar(120) not null,
  language varchar(2) not null default 'nl' check (language in ('nl', 'en')),
  delivery_cost numeric(14,4) not null default 0,
  free_delivery_from numeric(14,2),
  approval_above numeric(14,2),
  price_ceiling numeric(14,2),
  alcohol_allowed boolean not null default true,
  demo_codes boolean not null default false
);

create table invoice_party (
  id uuid primary key,
  version int not null,
  account_id uuid not null references business_account,
  name varchar(120) not null,
  kvk_number varchar(8),
  oin varchar(20),
  vat_id varchar(20),
  endpoint_scheme varchar(4),
  endpoint_id varchar(50),
  street varchar(80) not null,
  house_number varchar(20) not null,
  postcode varchar(10) not null,
  city varchar(80) not null,
  country varchar(2) not null default 'NL',
  invoice_email varchar(254),
  buyer_reference varchar(80),
  payment_days int not null default 30
);
create index invoice_party_account on invoice_party (account_id);

create table branch (
  id uuid primary key,
  version int not null,
  account_id uuid not null references business_account,
  invoice_party_id uuid not null references invoice_party,
  code varchar(20) not null,
  name varchar(120) not null,
  street varchar(80) not null,
  house_number varchar(20) not null,
  postcode varchar(10) not null,
  city varchar(80) not null,
  country varchar(2) not null default 'NL',
  gln varchar(13),
  establishment_number varchar(12),
  contact_name varchar(120),
  contact_reach varchar(120),
  instruction varchar(200),
  opening_hours varchar(200),
  active_until date,
  search text generated always as (lower(code || ' ' || name || ' ' || street || ' ' || house_number || ' ' || postcode || ' ' || city)) stored,
  unique (account_id, code)
);
create index branch_account_name on branch (account_id, name);
create index branch_search on branch using gin (search gin_trgm_ops);

create table cost_centre (
  id uuid primary key,
  version int not null,
  account_id uuid not null references business_account,
  code varchar(35) not null,
  name varchar(120) not null,
  manager varchar(120),
  active_until date,
  search text generated always as (lower(code || ' ' || name)) stored,
  unique (account_id, code)
);
create index cost_centre_search on cost_centre using gin (search gin_trgm_ops);

create table purpose (
  id uuid primary key,
  version int not null,
  account_id uuid not null references business_account,
  code varchar(20) not null,
  name_nl varchar(80) not null,
  name_en varchar(80) not null,
  position int not null,
  unique (account_id, code)
);

-- Ledger code (NZI) by purpose, for one category or (null) for every other one.
create table ledger_code (
  id uuid primary key,
  account_id uuid not null references business_account,
  purpose_id uuid not null references purpose,
  category_code varchar(30),
  code varchar(35) not null,
  name_nl varchar(120) not null,
  name_en varchar(120) not null
);
create unique index ledger_code_choice on ledger_code (purpose_id, coalesce(category_code, ''));

-- A person of the account who orders, with what is filled in for him.
create table orderer (
  person_id uuid primary key references person,
  version int not null,
  account_id uuid not null references business_account,
  phone varchar(40),
  branch_id uuid references branch,
  cost_centre_code varchar(35),
  purpose_id uuid references purpose
);
alter table person add foreign key (account_id) references business_account;
