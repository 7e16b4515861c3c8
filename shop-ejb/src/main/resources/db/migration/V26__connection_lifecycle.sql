-- A connection is asked for, tried, agreed and then live; closed when it is over. Until it is live nothing that
-- comes over it is delivered. Connections that were there are as they were.
alter table connection
  add column state varchar(9) not null default 'REQUESTED'
    check (state in ('REQUESTED', 'TEST', 'AGREED', 'LIVE', 'CLOSED')),
  add column state_since timestamptz not null default now(),
  add column agreed_by varchar(120),
  add column agreed_at timestamptz;
update connection set state = case when live then 'LIVE' else 'CLOSED' end;
alter table connection drop column live;
