-- Appointments, who is asked for them, and what became of both. No two of one interpreter overlap, whatever the code does.

CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE appointments (
  id uuid PRIMARY KEY,
  version integer NOT NULL DEFAULT 0 CHECK (version >= 0),
  series_id uuid,
  key uuid NOT NULL,
  customer_id uuid NOT NULL REFERENCES customers (id),
  unit_id uuid NOT NULL REFERENCES units (id),
  requester_id uuid NOT NULL REFERENCES users (id),
  language text NOT NULL CHECK (language ~ '^[a-z]{3}$'),
  field text NOT NULL CHECK (field IN ('immigration', 'asylum', 'health', 'mental_health', 'social', 'school', 'police_courts')),
  modality text NOT NULL CHECK (modality IN ('video', 'audio')),
  priority text NOT NULL CHECK (priority IN ('normal', 'police_or_child_protection')),
  needs_section_203 boolean NOT NULL,
  requirements jsonb NOT NULL,
  wishes jsonb NOT NULL,
  own_reference text CHECK (length(own_reference) <= 20),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  booked_at timestamptz NOT NULL,
  answer_by timestamptz NOT NULL CHECK (answer_by <= starts_at),
  asks_all boolean NOT NULL,
  state text NOT NULL CHECK (state IN ('requested', 'assigned', 'held', 'cancelled', 'missed')),
  interpreter_id uuid REFERENCES interpreters (id),
  cancelled_by text CHECK (cancelled_by IN ('requester', 'coordinator')),
  cancel_percent integer CHECK (cancel_percent BETWEEN 0 AND 100),
  missed_by text CHECK (missed_by IN ('interpreter', 'customer', 'uncovered')),
  ended_at timestamptz,
  request_id uuid REFERENCES requests (id),
  CHECK ((state IN ('held', 'cancelled', 'missed')) = (ended_at IS NOT NULL)),
  CHECK ((state = 'cancelled') = (cancelled_by IS NOT NULL)),
  CHECK ((state = 'cancelled') = (cancel_percent IS NOT NULL)),
  CHECK ((state = 'missed') = (missed_by IS NOT NULL)),
  CHECK (state <> 'assigned' OR interpreter_id IS NOT NULL),
  CHECK (state <> 'requested' OR interpreter_id IS NULL),
  UNIQUE (requester_id, key, starts_at),
  CONSTRAINT appointments_of_an_interpreter_do_not_overlap
    EXCLUDE USING gist (interpreter_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (state = 'assigned')
);
CREATE INDEX appointments_by_customer ON appointments (customer_id, starts_at);
CREATE INDEX appointments_by_start ON appointments (starts_at);
CREATE INDEX appointments_open ON appointments (starts_at) WHERE state IN ('requested', 'assigned');
CREATE INDEX appointments_of_interpreter ON appointments (interpreter_id, starts_at) WHERE interpreter_id IS NOT NULL;

CREATE TABLE appointment_asks (
  id uuid PRIMARY KEY,
  appointment_id uuid NOT NULL REFERENCES appointments (id),
  interpreter_id uuid NOT NULL REFERENCES interpreters (id),
  rank integer NOT NULL CHECK (rank > 0),
  reasons jsonb NOT NULL,
  asked_at timestamptz NOT NULL,
  answer_by timestamptz NOT NULL,
  link_hash text NOT NULL UNIQUE CHECK (link_hash ~ '^[0-9a-f]{64}$'),
  state text NOT NULL CHECK (state IN ('open', 'accepted', 'declined', 'expired', 'withdrawn', 'given_back')),
  decline_reason text CHECK (decline_reason IN ('no_time', 'not_my_field', 'bias', 'ill', 'conflict', 'other')),
  answered_at timestamptz,
  CHECK ((state = 'open') = (answered_at IS NULL)),
  CHECK (decline_reason IS NULL OR state IN ('declined', 'given_back')),
  UNIQUE (appointment_id, interpreter_id)
);
CREATE INDEX appointment_asks_open ON appointment_asks (interpreter_id) WHERE state = 'open';
CREATE UNIQUE INDEX appointment_asks_one_accepted ON appointment_asks (appointment_id) WHERE state = 'accepted';

CREATE FUNCTION refuse_change_of_ended_appointment() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL THEN
    RAISE EXCEPTION 'an ended appointment is never changed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER appointments_stay_ended BEFORE UPDATE ON appointments FOR EACH ROW EXECUTE FUNCTION refuse_change_of_ended_appointment();

ALTER TABLE appointments ENABLE ROW LEVEL SECURITY;
ALTER TABLE appointments FORCE ROW LEVEL SECURITY;
CREATE POLICY appointments_of_own_customer ON appointments USING (current_setting('app.customer', true) IN ('*', customer_id::text));
ALTER TABLE appointment_asks ENABLE ROW LEVEL SECURITY;
ALTER TABLE appointment_asks FORCE ROW LEVEL SECURITY;
CREATE POLICY appointment_asks_for_staff ON appointment_asks USING (current_setting('app.customer', true) = '*');

GRANT SELECT, INSERT, UPDATE ON appointments, appointment_asks TO videodolmetschen_app;
