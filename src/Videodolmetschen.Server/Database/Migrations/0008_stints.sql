-- A session may go over to another interpreter. It stays one session; who interpreted when stands in its stints.

ALTER TABLE requests ADD COLUMN relief_for uuid REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED;
COMMENT ON COLUMN requests.relief_for IS 'a search for somebody who takes over this session: nobody''s own request, counted in no statistics of requests';
ALTER TABLE requests DROP CONSTRAINT requests_cancelled_by_check;
ALTER TABLE requests ADD CONSTRAINT requests_cancelled_by_check
  CHECK (cancelled_by IN ('requester', 'coordinator', 'disconnect') OR (relief_for IS NOT NULL AND cancelled_by IN ('interpreter', 'session_end')));

DROP INDEX requests_one_unfinished_per_requester;
CREATE UNIQUE INDEX requests_one_unfinished_per_requester ON requests (requester_id) WHERE ended_at IS NULL AND relief_for IS NULL;
CREATE UNIQUE INDEX requests_one_relief_per_session ON requests (relief_for) WHERE ended_at IS NULL AND relief_for IS NOT NULL;

CREATE TABLE session_stints (
  id uuid PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES sessions (id),
  interpreter_id uuid NOT NULL REFERENCES interpreters (id),
  customer_id uuid NOT NULL REFERENCES customers (id),
  number integer NOT NULL CHECK (number BETWEEN 1 AND 99),
  relief_id uuid REFERENCES requests (id),
  state text NOT NULL CHECK (state IN ('joining', 'interpreting', 'left')),
  joined_at timestamptz NOT NULL,
  hands_over_at timestamptz,
  took_over_at timestamptz CHECK (took_over_at >= joined_at),
  left_at timestamptz CHECK (left_at >= joined_at),
  seconds_before integer NOT NULL CHECK (seconds_before >= 0),
  billable_seconds integer CHECK (billable_seconds >= 0),
  CHECK ((state = 'left') = (left_at IS NOT NULL)),
  CHECK ((state = 'left') = (billable_seconds IS NOT NULL)),
  CHECK (state <> 'interpreting' OR took_over_at IS NOT NULL),
  CHECK (state <> 'joining' OR took_over_at IS NULL),
  CHECK (state = 'joining' OR hands_over_at IS NULL),
  CHECK (took_over_at IS NOT NULL OR coalesce(billable_seconds, 0) = 0),
  CHECK ((number = 1) = (relief_id IS NULL)),
  UNIQUE (session_id, number)
);
-- Nobody sits in two sessions, and in a session one interprets and one at most is about to.
CREATE UNIQUE INDEX session_stints_one_open_per_interpreter ON session_stints (interpreter_id) WHERE left_at IS NULL;
CREATE UNIQUE INDEX session_stints_one_interprets ON session_stints (session_id) WHERE state = 'interpreting';
CREATE UNIQUE INDEX session_stints_one_joins ON session_stints (session_id) WHERE state = 'joining';
CREATE INDEX session_stints_by_interpreter ON session_stints (interpreter_id, joined_at);

CREATE FUNCTION refuse_change_once_left() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.left_at IS NOT NULL THEN
    RAISE EXCEPTION 'a stint that was left is never changed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER session_stints_stay_left BEFORE UPDATE ON session_stints FOR EACH ROW EXECUTE FUNCTION refuse_change_once_left();

-- What has been so far: each session was carried by one.
SELECT set_config('app.customer', '*', true);
INSERT INTO session_stints (id, session_id, interpreter_id, customer_id, number, state, joined_at, took_over_at, left_at, seconds_before, billable_seconds)
SELECT gen_random_uuid(), id, interpreter_id, customer_id, 1, CASE state WHEN 'ended' THEN 'left' ELSE 'interpreting' END, created_at, created_at,
  CASE state WHEN 'ended' THEN greatest(ended_at, created_at) END, 0, billable_seconds
FROM sessions;

ALTER TABLE session_stints ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_stints FORCE ROW LEVEL SECURITY;
CREATE POLICY session_stints_of_own_customer ON session_stints
  USING (current_setting('app.customer', true) IN ('*', customer_id::text));

GRANT SELECT, INSERT, UPDATE ON session_stints TO videodolmetschen_app;

-- What kinds there are is the program's to say: it writes them, and the checker of the invariants knows the legal steps of each.
ALTER TABLE dispatch_events DROP CONSTRAINT dispatch_events_kind_check;
ALTER TABLE dispatch_events ADD CONSTRAINT dispatch_events_kind_check CHECK (kind ~ '^[a-z_]{1,40}$');
