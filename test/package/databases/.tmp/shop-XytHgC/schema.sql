-- schema.sql
create table orders (
  merchant_uid varchar(200) primary key,
  total_amt integer not null,
  status varchar(20) not null default 'waiting'
);
create table payments (idempotency_key varchar(210) primary key, merchant_uid varchar(200) not null);
