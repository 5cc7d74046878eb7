-- Both sides came, and no sound and picture came about: the customer has not missed the appointment, and its interpreter was there.

ALTER TABLE appointment_facts ADD COLUMN line_failed boolean NOT NULL DEFAULT false CHECK (NOT (line_failed AND slot_is_billed));
COMMENT ON COLUMN appointment_facts.line_failed IS 'the only reason for which the slot is not billed; the interpreter is paid for it';
