-- What a message is about, where it is about something: ids, because those things live in rooms below this one.
alter table message
  add column session_id uuid,
  add column requisition_id uuid,
  add column purchase_order_id uuid,
  add column order_id uuid,
  add column invoice_id uuid,
  -- since when its payload and answer are gone: they hold names and addresses, and are kept for a time only
  add column blanked_at timestamptz;

update message m set purchase_order_id = p.id, requisition_id = p.requisition_id, order_id = p.order_id
  from purchase_order p where p.message_reference = m.reference;
update message m set requisition_id = r.id, session_id = r.session_id
  from requisition r where m.channel = 'OCI_RETURN' and m.subject = r.number;

create index message_session on message (session_id) where session_id is not null;
create index message_requisition on message (requisition_id) where requisition_id is not null;
create index message_purchase_order on message (purchase_order_id) where purchase_order_id is not null;
create index message_order on message (order_id) where order_id is not null;
create index message_invoice on message (invoice_id) where invoice_id is not null;
create index message_account on message (account_id, at desc);
create index message_remote_address on message (remote_address, at desc);
create index message_channel on message (channel, at desc);
create index message_outcome on message (outcome, at desc);
create index message_failed on message (at desc) where status >= 400;
create index message_kept on message (at) where blanked_at is null;
create index requisition_session on requisition (session_id);
create index customer_order_requisition on customer_order (requisition_id);
create index purchase_order_requisition on purchase_order (requisition_id);
create index purchase_order_order on purchase_order (order_id);
