-- The customer's purchasing system as the simulator plays it; empty outside demo mode.
create table simulated_purchase (
  id uuid primary key,
  version int not null,
  account_key varchar(30) not null,
  state varchar(12) not null check (state in ('RETURNED', 'AUTHORISED', 'REJECTED', 'ORDERED', 'HELD', 'REFUSED', 'DELIVERED', 'BOOKED')),
  order_number varchar(40) not null unique,
  our_number varchar(40),
  invoice_number varchar(40),
  lines text not null,
  exchanges text not null,
  created_at timestamptz not null
);
create sequence simulated_order_number start 4500078100;
