-- A refused order is mended and sent again under its own number: what it replaces no longer holds the number.
drop index purchase_order_once;
create unique index purchase_order_once on purchase_order (connection_id, order_key, order_version)
  where state not in ('CONFLICT', 'DUPLICATE', 'SUPERSEDED');
-- Whose organisation does a document name as the buyer?
create index branch_gln on branch (gln) where gln is not null;
create index invoice_party_kvk_number on invoice_party (kvk_number) where kvk_number is not null;
