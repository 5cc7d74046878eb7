-- The live service: requests, offers, sessions, presence, and the log of what was decided.
-- The tables defend themselves: what ARCHITECTURE.md 4 says the database refuses is refused here.

CREATE TABLE requests (
  id uuid PRIMARY KEY,
  key uuid NOT NULL,
  customer_id uuid NOT NULL REFERENCES customers (id),
  unit_id uuid NOT NULL REFERENCES units (id),
  requester_id uuid NOT NULL REFERENCES users (id),
  language text NOT NULL CHECK (language ~ '^[a-z]{3}$'),
  field text NOT NULL CHECK (field IN ('immigration', 'asylum', 'health', 'mental_health', 'social', 'school', 'police_courts')),
  modality text NOT NULL CHECK (modality IN ('video', 'audio')),
  priority text NOT NULL CHECK (priority IN ('normal', 'appointment_uncovered', 'police_or_child_protection', 'emergency')),
  needs_section_203 boolean NOT NULL,
  requirements jsonb NOT NULL,
  wishes jsonb NOT NULL,
  related_allowed boolean NOT NULL,
  own_reference text CHECK (length(own_reference) <= 20),
  requested_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'offered', 'assigned', 'fulfilled', 'cancelled', 'unserved')),
  cancelled_by text CHECK (cancelled_by IN ('requester', 'coordinator', 'disconnect')),
  unserved_because text CHECK (unserved_because IN ('none_qualified', 'none_on_duty', 'all_busy', 'all_declined', 'all_missed')),
  ended_at timestamptz,
  CHECK ((state IN ('fulfilled', 'cancelled', 'unserved')) = (ended_at IS NOT NULL)),
  CHECK ((state = 'cancelled') = (cancelled_by IS NOT NULL)),
  CHECK ((state = 'unserved') = (unserved_because IS NOT NULL)),
  UNIQUE (requester_id, key)
);
CREATE UNIQUE INDEX requests_one_unfinished_per_requester ON requests (requester_id) WHERE ended_at IS NULL;
CREATE INDEX requests_open ON requests (language) WHERE ended_at IS NULL;
CREATE INDEX requests_by_customer ON requests (customer_id, requested_at);

CREATE TABLE offers (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES requests (id),
  interpreter_id uuid NOT NULL REFERENCES interpreters (id),
  wave integer NOT NULL CHECK (wave > 0),
  rank integer NOT NULL CHECK (rank > 0),
  reasons jsonb NOT NULL,
  offered_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > offered_at),
  state text NOT NULL CHECK (state IN ('open', 'accepted', 'declined', 'expired', 'withdrawn')),
  decline_reason text CHECK (decline_reason IN ('no_time', 'not_my_field', 'bias', 'technical', 'other')),
  withdrawn_because text CHECK (withdrawn_because IN ('taken_by_other', 'request_cancelled', 'request_ended', 'interpreter_left', 'reassigned')),
  answered_at timestamptz,
  CHECK ((state = 'declined') = (decline_reason IS NOT NULL)),
  CHECK ((state = 'withdrawn') = (withdrawn_because IS NOT NULL))
);
-- One open offer per interpreter is stricter than "all for one request", and is what the dispatcher does.
CREATE UNIQUE INDEX offers_one_open_per_interpreter ON offers (interpreter_id) WHERE state = 'open';
CREATE INDEX offers_by_request ON offers (request_id);

CREATE TABLE sessions (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES requests (id),
  interpreter_id uuid NOT NULL REFERENCES interpreters (id),
  requester_id uuid NOT NULL REFERENCES users (id),
  customer_id uuid NOT NULL REFERENCES customers (id),
  language text NOT NULL CHECK (language ~ '^[a-z]{3}$'),
  modality text NOT NULL CHECK (modality IN ('video', 'audio')),
  state text NOT NULL CHECK (state IN ('connecting', 'active', 'interrupted', 'ended')),
  end_reason text CHECK (end_reason IN ('hang_up_requester', 'hang_up_interpreter', 'ended_by_coordinator', 'never_connected', 'connection_lost', 'cancelled_by_requester')),
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  interrupted_at timestamptz,
  ended_at timestamptz,
  held_by_interpreter boolean NOT NULL DEFAULT false,
  held_by_requester boolean NOT NULL DEFAULT false,
  last_media_at timestamptz,
  counted_seconds numeric NOT NULL DEFAULT 0 CHECK (counted_seconds >= 0),
  running_since timestamptz,
  billable_seconds integer CHECK (billable_seconds >= 0),
  CHECK ((state = 'ended') = (ended_at IS NOT NULL)),
  CHECK ((state = 'ended') = (end_reason IS NOT NULL)),
  CHECK ((state = 'ended') = (billable_seconds IS NOT NULL)),
  CHECK (state <> 'ended' OR running_since IS NULL)
);
CREATE UNIQUE INDEX sessions_one_unfinished_per_interpreter ON sessions (interpreter_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX sessions_one_unfinished_per_requester ON sessions (requester_id) WHERE ended_at IS NULL;
-- A session that never connected may be followed by another; one that started is the only one of its request, ever.
CREATE UNIQUE INDEX sessions_one_started_per_request ON sessions (request_id) WHERE started_at IS NOT NULL;
CREATE UNIQUE INDEX sessions_one_unfinished_per_request ON sessions (request_id) WHERE ended_at IS NULL;
CREATE INDEX sessions_by_customer ON sessions (customer_id, created_at);

-- Two accepted offers are legal only where the first one's session never connected; unfinished ones are caught above.
CREATE TABLE presences (
  interpreter_id uuid PRIMARY KEY REFERENCES interpreters (id),
  state text NOT NULL CHECK (state IN ('offline', 'available', 'in_session', 'wrap_up', 'paused')),
  since timestamptz NOT NULL,
  paused_because text CHECK (paused_because IN ('own_wish', 'missed_offers', 'break')),
  missed_in_a_row integer NOT NULL CHECK (missed_in_a_row >= 0),
  wrap_up_until timestamptz,
  idle_since timestamptz NOT NULL,
  afterwards text NOT NULL CHECK (afterwards IN ('offline', 'available', 'in_session', 'wrap_up', 'paused')),
  CHECK ((state = 'paused') = (paused_because IS NOT NULL)),
  CHECK ((state = 'wrap_up') = (wrap_up_until IS NOT NULL))
);

-- What was decided, in order: the checker of the invariants reads it (RELIABILITY.md 2).
CREATE TABLE dispatch_events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  kind text NOT NULL CHECK (kind IN ('request', 'offer', 'session', 'presence')),
  subject_id uuid NOT NULL,
  customer_id uuid,
  before_state text,
  after_state text NOT NULL
);
CREATE INDEX dispatch_events_by_subject ON dispatch_events (subject_id);

CREATE FUNCTION refuse_change() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER dispatch_events_are_append_only
  BEFORE UPDATE OR DELETE ON dispatch_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_change_once_ended() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL THEN
    RAISE EXCEPTION 'an ended row of % is never changed', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sessions_stay_ended BEFORE UPDATE ON sessions FOR EACH ROW EXECUTE FUNCTION refuse_change_once_ended();
CREATE TRIGGER requests_stay_ended BEFORE UPDATE ON requests FOR EACH ROW EXECUTE FUNCTION refuse_change_once_ended();

-- Customers are kept apart by the database (RELIABILITY.md 1.10): unset scope sees nothing, '*' is the staff's and the dispatcher's.
ALTER TABLE requests ENABLE ROW LEVEL SECURITY;
ALTER TABLE requests FORCE ROW LEVEL SECURITY;
CREATE POLICY requests_of_own_customer ON requests
  USING (current_setting('app.customer', true) IN ('*', customer_id::text));
ALTER TABLE sessions ENABLE ROW LEVEL SECURITY;
ALTER TABLE sessions FORCE ROW LEVEL SECURITY;
CREATE POLICY sessions_of_own_customer ON sessions
  USING (current_setting('app.customer', true) IN ('*', customer_id::text));
ALTER TABLE offers ENABLE ROW LEVEL SECURITY;
ALTER TABLE offers FORCE ROW LEVEL SECURITY;
CREATE POLICY offers_for_staff ON offers
  USING (current_setting('app.customer', true) = '*');
ALTER TABLE dispatch_events ENABLE ROW LEVEL SECURITY;
ALTER TABLE dispatch_events FORCE ROW LEVEL SECURITY;
CREATE POLICY dispatch_events_of_own_customer ON dispatch_events
  USING (current_setting('app.customer', true) IN ('*', customer_id::text));

GRANT SELECT, INSERT, UPDATE ON requests, offers, sessions, presences TO videodolmetschen_app;
GRANT SELECT, INSERT ON dispatch_events TO videodolmetschen_app;
