create index invoice_created on invoice (created_at desc, id desc);
create index invoice_blocked on invoice (created_at) where state = 'BLOCKED';
