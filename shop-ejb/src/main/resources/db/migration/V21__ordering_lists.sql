-- Our number and theirs, searched by any part; the expression is that of ordering.history.OrderQuery.
create index customer_order_search on customer_order
  using gin (lower(number || ' ' || coalesce(purchase_order_number, '')) gin_trgm_ops);
create index customer_order_state on customer_order (state, placed_at desc);
create index order_line_cost_centre on order_line (cost_centre, order_id);
