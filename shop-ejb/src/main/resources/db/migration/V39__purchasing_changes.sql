-- All versions of one order of theirs, also those that no longer hold its number.
create index purchase_order_number on purchase_order (connection_id, order_key);
