-- Whoever accepted and could not be connected has not declined: the ledger tells the two apart.

ALTER TABLE requests DROP CONSTRAINT requests_unserved_because_check;
ALTER TABLE requests ADD CONSTRAINT requests_unserved_because_check
  CHECK (unserved_because IN ('none_qualified', 'none_on_duty', 'all_busy', 'all_declined', 'all_missed', 'none_connected'));
