-- Which units may ask before others: police and child protection.

ALTER TABLE units
  ADD COLUMN may_ask_urgently boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN units.may_ask_urgently IS 'police or child protection: its people may mark a request as urgent, which goes before normal ones';

-- The last misses of one interpreter, newest first.
CREATE INDEX offers_missed_by_interpreter ON offers (interpreter_id, answered_at DESC) WHERE state = 'expired';
