-- Rest: breaks after long interpreting, declared weekly availability, and who may be rung for emergencies all the same.

ALTER TABLE presences
  ADD COLUMN afterwards_because text,
  ADD COLUMN break_until timestamptz,
  ADD COLUMN worked_seconds numeric NOT NULL DEFAULT 0 CHECK (worked_seconds >= 0),
  ADD COLUMN worked_until timestamptz,
  ADD CONSTRAINT presences_afterwards_because_check CHECK (afterwards_because IN ('own_wish', 'missed_offers', 'break')),
  ADD CONSTRAINT presences_break_has_an_end CHECK ((paused_because IS NOT DISTINCT FROM 'break') OR break_until IS NULL),
  ADD CONSTRAINT presences_work_has_an_end CHECK (worked_seconds = 0 OR worked_until IS NOT NULL);
COMMENT ON COLUMN presences.worked_seconds IS 'interpreting without a real gap, up to worked_until';
COMMENT ON COLUMN presences.afterwards_because IS 'why somebody was paused whom an emergency has called; the way back';

-- A relief for a request with exclusions has them, too.
ALTER TABLE requests DROP CONSTRAINT requests_exclude_only_after_a_complaint;

ALTER TABLE interpreters
  ADD COLUMN reach text NOT NULL DEFAULT 'never',
  ADD CONSTRAINT interpreters_reach_check CHECK (reach IN ('never', 'when_paused', 'also_in_breaks'));
COMMENT ON COLUMN interpreters.reach IS 'whether emergencies may ring in a pause and outside the declared availability: an own choice';

CREATE TABLE availability_windows (
  interpreter_id uuid NOT NULL REFERENCES interpreters (id),
  weekday smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  from_minute smallint NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
  to_minute smallint NOT NULL CHECK (to_minute > from_minute AND to_minute <= 1440),
  PRIMARY KEY (interpreter_id, weekday, from_minute)
);
COMMENT ON TABLE availability_windows IS 'the declared week by the clock on the wall in Berlin, 1 is Monday; no row: always. Over midnight there are two rows';

ALTER TABLE availability_windows ENABLE ROW LEVEL SECURITY;
ALTER TABLE availability_windows FORCE ROW LEVEL SECURITY;
CREATE POLICY availability_windows_for_staff ON availability_windows USING (app_is_staff());

GRANT SELECT, INSERT, DELETE ON availability_windows TO videodolmetschen_app;
