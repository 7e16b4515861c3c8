-- A line that was taken out of the basket can be put back until the session ends.
alter table basket_line add column removed_at timestamptz;
create index basket_line_session on basket_line (session_id) where removed_at is null;
