create table audit_entry (
  id uuid primary key,
  at timestamptz not null,
  actor varchar(160) not null,
  account_id uuid,
  action varchar(60) not null,
  subject varchar(60) not null,
  subject_number varchar(60),
  old_value text,
  new_value text
);
create index audit_entry_account on audit_entry (account_id, at desc);
create index audit_entry_subject on audit_entry (subject, subject_number, at desc);
