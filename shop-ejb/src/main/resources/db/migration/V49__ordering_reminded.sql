-- when the orderer was told that his requisition is about to expire; null as long as he was not
alter table requisition add column reminded_at timestamptz;
create index requisition_to_remind on requisition (valid_until)
  where state in ('AWAITING_AUTHORISATION', 'PARTLY_ORDERED') and reminded_at is null;
