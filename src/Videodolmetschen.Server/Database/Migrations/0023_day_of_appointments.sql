-- The appointment that turns into a call: its live requests, who came when, and what billing must know of it afterwards.

ALTER TABLE requests
  ADD COLUMN appointment_id uuid REFERENCES appointments (id),
  ADD COLUMN promised_interpreter_id uuid REFERENCES interpreters (id),
  ADD COLUMN promised_until timestamptz,
  ADD CHECK ((appointment_id IS NULL) = (promised_interpreter_id IS NULL)),
  ADD CHECK ((appointment_id IS NULL) = (promised_until IS NULL));
CREATE INDEX requests_of_appointment ON requests (appointment_id) WHERE appointment_id IS NOT NULL;

ALTER TABLE appointments
  ADD COLUMN ready_at timestamptz,
  ADD COLUMN customer_came_at timestamptz,
  ADD CHECK (ready_at IS NULL OR interpreter_id IS NOT NULL);

-- One row for each interpreter who was bound to an appointment when it came to an end for that one. Facts, never prices.
CREATE TABLE appointment_facts (
  appointment_id uuid NOT NULL REFERENCES appointments (id),
  interpreter_id uuid NOT NULL REFERENCES interpreters (id),
  outcome text NOT NULL CHECK (outcome IN ('held', 'missed_by_interpreter', 'missed_by_customer')),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  ready_at timestamptz,
  customer_came_at timestamptz,
  talked_from timestamptz,
  talked_until timestamptz CHECK (talked_until >= talked_from),
  counted_seconds integer NOT NULL CHECK (counted_seconds >= 0),
  interpreter_late_seconds integer NOT NULL CHECK (interpreter_late_seconds >= 0),
  customer_late_seconds integer NOT NULL CHECK (customer_late_seconds >= 0),
  halved_delay_seconds integer NOT NULL CHECK (halved_delay_seconds >= 0),
  overrun_seconds integer NOT NULL CHECK (overrun_seconds >= 0),
  slot_is_billed boolean NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (appointment_id, interpreter_id),
  CHECK ((talked_from IS NULL) = (talked_until IS NULL)),
  CHECK (outcome <> 'held' OR talked_from IS NOT NULL)
);
ALTER TABLE appointment_facts ENABLE ROW LEVEL SECURITY;
ALTER TABLE appointment_facts FORCE ROW LEVEL SECURITY;
CREATE POLICY appointment_facts_for_staff ON appointment_facts USING (current_setting('app.customer', true) = '*');
GRANT SELECT, INSERT ON appointment_facts TO videodolmetschen_app;
