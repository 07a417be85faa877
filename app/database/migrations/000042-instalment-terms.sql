-- Which banks let a card pay in instalments through SSLCOMMERZ, as the merchant's contract with it says. One row, edited in the
-- console; keys and limits: app/contract/src/payments.schema.ts.
create table instalment_terms (
  only_row boolean primary key default true check (only_row),
  terms jsonb not null check (jsonb_typeof(terms) = 'object'),
  version integer not null default 1,
  updated_at timestamptz not null default shop_now()
);
-- What stood in the code until now. No source binds it: these are what sellers of electronics in Dhaka commonly publish, to be compared
-- with the contract before going live.
insert into instalment_terms (terms) values ('{
  "minPaisa": 500000,
  "plans": [
    {"bank": {"en": "BRAC Bank", "bn": "ব্র্যাক ব্যাংক"}, "months": [3, 6, 9, 12], "feeBasisPoints": 0},
    {"bank": {"en": "City Bank (American Express)", "bn": "সিটি ব্যাংক (আমেরিকান এক্সপ্রেস)"}, "months": [3, 6, 9, 12], "feeBasisPoints": 0},
    {"bank": {"en": "Dutch-Bangla Bank", "bn": "ডাচ্-বাংলা ব্যাংক"}, "months": [3, 6, 12], "feeBasisPoints": 0},
    {"bank": {"en": "Eastern Bank", "bn": "ইস্টার্ন ব্যাংক"}, "months": [3, 6, 9, 12], "feeBasisPoints": 0},
    {"bank": {"en": "LankaBangla Finance", "bn": "লংকাবাংলা ফাইন্যান্স"}, "months": [3, 6, 12], "feeBasisPoints": 0},
    {"bank": {"en": "Mutual Trust Bank", "bn": "মিউচুয়াল ট্রাস্ট ব্যাংক"}, "months": [3, 6, 9, 12], "feeBasisPoints": 0},
    {"bank": {"en": "Prime Bank", "bn": "প্রাইম ব্যাংক"}, "months": [3, 6, 9, 12], "feeBasisPoints": 0},
    {"bank": {"en": "Standard Chartered", "bn": "স্ট্যান্ডার্ড চার্টার্ড"}, "months": [3, 6, 12], "feeBasisPoints": 0}
  ]
}');
-- Pages of products show them (000038).
insert into shown_tables (name) values ('instalment_terms');
create trigger instalment_terms_mark_shown after insert or update or delete on instalment_terms
  for each statement execute function mark_shown_table();
