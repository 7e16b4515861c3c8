-- A credential may stand for one administration or delivery address of the customer: it leads to the legal entity that pays,
-- to a branch and to the web shop that opens first.
alter table connection_credential
  add column label varchar(80),
  add column invoice_party_id uuid references invoice_party,
  add column web_shop_id uuid references web_shop;

alter table connection
  -- who the system says is ordering: not asked, only people of the account, or made when he comes for the first time
  add column orderers varchar(10) not null default 'NOT_ASKED' check (orderers in ('NOT_ASKED', 'KNOWN_ONLY', 'CREATE')),
  add column orderer_domains varchar(255)[] not null default '{}',
  -- net euro of goods, without deposits and delivery; null: none
  add column minimum_order numeric(14,2) check (minimum_order > 0);

alter table shopping_session
  add column function varchar(20) not null default 'SHOPPING' check (function in ('SHOPPING', 'SOURCING', 'DETAIL')),
  add column invoice_party_id uuid references invoice_party,
  add column cancel_url text;
