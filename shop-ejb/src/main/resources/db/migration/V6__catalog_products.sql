-- Our own legal entity that sells and invoices.
create table selling_entity (
  id uuid primary key,
  version int not null,
  code varchar(20) not null unique,
  name varchar(120) not null,
  street varchar(80) not null,
  house_number varchar(20) not null,
  postcode varchar(10) not null,
  city varchar(80) not null,
  kvk_number varchar(8) not null,
  vat_id varchar(20) not null,
  iban varchar(34) not null,
  bic varchar(11) not null,
  phone varchar(40) not null,
  email varchar(254) not null,
  invoice_prefix varchar(10) not null
);

create table web_shop (
  id uuid primary key,
  version int not null,
  code varchar(20) not null unique,
  name varchar(60) not null,
  selling_entity_id uuid not null references selling_entity,
  position int not null
);

create table category (
  id uuid primary key,
  version int not null,
  code varchar(30) not null unique,
  name_nl varchar(60) not null,
  name_en varchar(60) not null,
  position int not null
);

create table product (
  id uuid primary key,
  version int not null,
  sku varchar(20) not null unique,
  family varchar(40) not null,
  size varchar(5),
  category_id uuid not null references category,
  name_nl varchar(120) not null,
  name_en varchar(120) not null,
  summary_nl varchar(200) not null,
  summary_en varchar(200) not null,
  description_nl text not null,
  description_en text not null,
  keeps_nl varchar(120),
  keeps_en varchar(120),
  unit varchar(3) not null,
  minimum_quantity int not null default 1,
  portions int,
  allergens varchar(20)[] not null default '{}',
  occasions varchar(20)[] not null default '{}',
  alcohol_percent numeric(4,1),
  child_safe boolean not null default false,
  cut_off_class varchar(1) not null check (cut_off_class in ('A', 'B', 'C', 'D', 'E')),
  deposit numeric(14,4),
  illustration text not null,
  picture_hash varchar(16) not null,
  active boolean not null default true,
  search_nl tsvector generated always as (
    setweight(to_tsvector('dutch_plain', sku || ' ' || name_nl), 'A') || setweight(to_tsvector('dutch_plain', summary_nl), 'B')
    || setweight(to_tsvector('dutch_plain', description_nl), 'C')) stored,
  search_en tsvector generated always as (
    setweight(to_tsvector('english', sku || ' ' || name_en), 'A') || setweight(to_tsvector('english', summary_en), 'B')
    || setweight(to_tsvector('english', description_en), 'C')) stored
);
create index product_search_nl on product using gin (search_nl);
create index product_search_en on product using gin (search_en);
create index product_family on product (family);

create table web_shop_product (
  web_shop_id uuid not null references web_shop,
  product_id uuid not null references product,
  primary key (web_shop_id, product_id)
);

create table component (
  id uuid primary key,
  product_id uuid not null references product,
  position int not null,
  name_nl varchar(120) not null,
  name_en varchar(120) not null,
  quantity varchar(30) not null,
  vat_rate varchar(10) not null check (vat_rate in ('REDUCED', 'STANDARD')),
  unique (product_id, position)
);

-- Net price as its VAT parts. A row of an account beats the general one; from_quantity makes tiers.
create table price (
  id uuid primary key,
  product_id uuid not null references product,
  account_id uuid references business_account,
  valid_from date not null,
  valid_until date,
  from_quantity int not null default 1,
  reduced numeric(14,4) not null check (reduced >= 0),
  standard numeric(14,4) not null check (standard >= 0)
);
create unique index price_choice on price (product_id, coalesce(account_id, '00000000-0000-0000-0000-000000000000'), valid_from, from_quantity);

create table account_web_shop (
  account_id uuid not null references business_account,
  web_shop_id uuid not null references web_shop,
  primary key (account_id, web_shop_id)
);
