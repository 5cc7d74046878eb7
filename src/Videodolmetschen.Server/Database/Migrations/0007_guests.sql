-- Guests of a session: by a link that works once, into the waiting room, and in when the requester says so.
-- There is no name here, no address and no language: a guest is a seat and a role.

CREATE TABLE guests (
  id uuid PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES sessions (id),
  customer_id uuid NOT NULL REFERENCES customers (id),
  seat text NOT NULL CHECK (seat ~ '^guest_[1-9][0-9]?$'),
  role text NOT NULL CHECK (role IN ('end_user', 'companion')),
  link_hash text NOT NULL CHECK (link_hash ~ '^[0-9a-f]{64}$'),
  invited_at timestamptz NOT NULL,
  link_until timestamptz NOT NULL CHECK (link_until > invited_at),
  state text NOT NULL CHECK (state IN ('invited', 'waiting', 'in', 'ended')),
  end_reason text CHECK (end_reason IN ('revoked', 'expired', 'rejected', 'removed', 'left', 'session_ended')),
  admitted_at timestamptz,
  away_since timestamptz,
  ended_at timestamptz,
  CHECK ((state = 'ended') = (ended_at IS NOT NULL)),
  CHECK ((state = 'ended') = (end_reason IS NOT NULL)),
  CHECK (state <> 'in' OR admitted_at IS NOT NULL),
  CHECK (state NOT IN ('invited', 'waiting') OR admitted_at IS NULL),
  UNIQUE (session_id, seat),
  CONSTRAINT guests_link_hash_key UNIQUE (link_hash)
);
CREATE INDEX guests_unfinished ON guests (session_id) WHERE ended_at IS NULL;
COMMENT ON COLUMN guests.link_hash IS 'SHA-256 of the token, which is nowhere but in the link';

CREATE FUNCTION refuse_third_guest() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM guests WHERE session_id = NEW.session_id AND ended_at IS NULL) > 2 THEN
    RAISE EXCEPTION 'a session has two guests at most' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.ended_at IS NULL AND EXISTS (SELECT FROM sessions WHERE id = NEW.session_id AND ended_at IS NOT NULL) THEN
    RAISE EXCEPTION 'an ended session has no guests' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER guests_are_two_at_most AFTER INSERT ON guests FOR EACH ROW EXECUTE FUNCTION refuse_third_guest();
CREATE TRIGGER guests_stay_ended BEFORE UPDATE ON guests FOR EACH ROW EXECUTE FUNCTION refuse_change_once_ended();

ALTER TABLE guests ENABLE ROW LEVEL SECURITY;
ALTER TABLE guests FORCE ROW LEVEL SECURITY;
CREATE POLICY guests_of_own_customer ON guests
  USING (current_setting('app.customer', true) IN ('*', customer_id::text));

GRANT SELECT, INSERT, UPDATE ON guests TO videodolmetschen_app;

-- What kinds there are is the program's to say: it writes them, and the checker of the invariants knows the legal steps of each.
ALTER TABLE dispatch_events DROP CONSTRAINT dispatch_events_kind_check;
ALTER TABLE dispatch_events ADD CONSTRAINT dispatch_events_kind_check CHECK (kind ~ '^[a-z_]{1,40}$');
