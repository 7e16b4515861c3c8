-- How far an order may differ from the promise: data of the connection, see connection.OrderRules.
-- What is not in it has its usual value. Who took no fewer pieces took no fewer lines either.
alter table connection add column order_rules text not null default '{}';
update connection set order_rules = '{"linesMayBeLeftOut":false}' where not fewer_allowed;
