-- Standby: shifts that are offered to interpreters, and what was served of them, as a fact for pay.

-- A trusted extension: the owner of the database may create it.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE standby_shifts (
  id uuid PRIMARY KEY,
  language text CHECK (language ~ '^[a-z]{3}$'),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  during tstzrange NOT NULL GENERATED ALWAYS AS (tstzrange(starts_at, ends_at)) STORED,
  places integer NOT NULL CHECK (places BETWEEN 1 AND 50),
  note text NOT NULL CHECK (note IN ('peak', 'night', 'weekend', 'holiday', 'substitution', 'other')),
  state text NOT NULL CHECK (state IN ('open', 'filled', 'cancelled')),
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL REFERENCES users (id),
  UNIQUE (id, during)
);
CREATE INDEX standby_shifts_by_end ON standby_shifts (ends_at);
COMMENT ON COLUMN standby_shifts.language IS 'NULL: whatever is spoken';

CREATE TABLE standby_takes (
  shift_id uuid NOT NULL,
  during tstzrange NOT NULL,
  interpreter_id uuid NOT NULL REFERENCES interpreters (id),
  state text NOT NULL CHECK (state IN ('offered', 'accepted', 'declined', 'cancelled', 'served')),
  offered_at timestamptz NOT NULL,
  answered_at timestamptz,
  served_minutes integer CHECK (served_minutes BETWEEN 0 AND 1440),
  paused_minutes integer CHECK (paused_minutes BETWEEN 0 AND 1440),
  PRIMARY KEY (shift_id, interpreter_id),
  FOREIGN KEY (shift_id, during) REFERENCES standby_shifts (id, during),
  CHECK (state NOT IN ('accepted', 'declined', 'served') OR answered_at IS NOT NULL),
  CHECK (state <> 'offered' OR answered_at IS NULL),
  CHECK ((state = 'served') = (served_minutes IS NOT NULL)),
  CHECK ((state = 'served') = (paused_minutes IS NOT NULL)),
  CONSTRAINT standby_takes_never_overlap
    EXCLUDE USING gist (interpreter_id WITH =, during WITH &&) WHERE (state IN ('accepted', 'served'))
);
CREATE INDEX standby_takes_by_interpreter ON standby_takes (interpreter_id);
CREATE INDEX standby_takes_to_record ON standby_takes (upper(during)) WHERE state = 'accepted';
COMMENT ON COLUMN standby_takes.during IS 'the shift''s own: shifts are never moved';
COMMENT ON COLUMN standby_takes.served_minutes IS 'on duty during the shift; no price';

-- Acceptances of one shift come one after the other, so that two never take its last place.
CREATE FUNCTION refuse_standby_beyond_places() RETURNS trigger
  LANGUAGE plpgsql AS $$
DECLARE
  shift standby_shifts;
BEGIN
  SELECT * INTO shift FROM standby_shifts WHERE id = NEW.shift_id FOR UPDATE;
  IF shift.state = 'cancelled'
    OR (SELECT count(*) FROM standby_takes WHERE shift_id = NEW.shift_id AND interpreter_id <> NEW.interpreter_id AND state IN ('accepted', 'served')) >= shift.places
  THEN
    RAISE EXCEPTION 'no place is left in this standby shift' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER standby_takes_fit_in BEFORE INSERT OR UPDATE ON standby_takes
  FOR EACH ROW WHEN (NEW.state = 'accepted') EXECUTE FUNCTION refuse_standby_beyond_places();
CREATE TRIGGER standby_takes_stay_served BEFORE UPDATE ON standby_takes
  FOR EACH ROW WHEN (OLD.state = 'served') EXECUTE FUNCTION refuse_change();

ALTER TABLE standby_shifts ENABLE ROW LEVEL SECURITY;
ALTER TABLE standby_shifts FORCE ROW LEVEL SECURITY;
CREATE POLICY standby_shifts_for_staff ON standby_shifts USING (app_is_staff());
ALTER TABLE standby_takes ENABLE ROW LEVEL SECURITY;
ALTER TABLE standby_takes FORCE ROW LEVEL SECURITY;
CREATE POLICY standby_takes_for_staff ON standby_takes USING (app_is_staff());

GRANT SELECT, INSERT, UPDATE (state) ON standby_shifts TO videodolmetschen_app;
GRANT SELECT, INSERT, UPDATE (state, offered_at, answered_at, served_minutes, paused_minutes) ON standby_takes TO videodolmetschen_app;
