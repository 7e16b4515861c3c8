create table closed_day (
  day date primary key,
  reason_nl varchar(120) not null,
  reason_en varchar(120) not null
);

-- Pieces that we can deliver on a day; a day without a row has the usual capacity and nothing taken.
create table delivery_capacity (
  day date primary key,
  capacity int not null check (capacity >= 0),
  taken int not null check (taken >= 0)
);
