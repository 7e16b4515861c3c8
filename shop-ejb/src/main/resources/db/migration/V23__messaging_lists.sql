-- Subjects are searched by their beginning, whatever the collation of the database.
drop index message_subject;
create index message_subject on message (subject text_pattern_ops);
create index outbox_care on outbox (created_at) where state = 'DEAD' or attempts > 0;
