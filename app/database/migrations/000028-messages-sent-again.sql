-- A message is sent again once; whoever wants it a third time sends the second again.
alter table messages add column sent_again_at timestamptz;
