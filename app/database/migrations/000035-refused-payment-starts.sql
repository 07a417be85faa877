-- A provider that answered a start with no is another thing than one that did not answer.
alter table payment_attempts drop constraint payment_attempts_state_check;
alter table payment_attempts add constraint payment_attempts_state_check
  check (state in ('starting', 'started', 'abandoned', 'paid', 'failed', 'refused', 'expired'));
alter table payment_attempts drop constraint payment_attempts_check;
alter table payment_attempts add constraint payment_attempts_asked_until_over
  check ((state in ('paid', 'failed', 'refused', 'expired')) = (ask_at is null));
