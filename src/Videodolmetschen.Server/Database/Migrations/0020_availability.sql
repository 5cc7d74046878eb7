-- When interpreters are absent, and how they want to work by appointment. The declared week stands in availability_windows.

CREATE TABLE absences (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  interpreter_id uuid NOT NULL REFERENCES interpreters (id),
  from_at timestamptz NOT NULL,
  until_at timestamptz NOT NULL,
  reason text CHECK (reason IN ('vacation', 'illness', 'training', 'other_appointment')),
  source text NOT NULL CHECK (source IN ('own', 'import')),
  import_key text CHECK (import_key ~ '^[0-9a-f]{64}$'),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT absences_end_after_their_begin CHECK (until_at > from_at AND until_at <= from_at + interval '733 days'),
  CONSTRAINT absences_of_an_import_have_its_key CHECK ((source = 'import') = (import_key IS NOT NULL)),
  CONSTRAINT absences_of_an_import_have_no_reason CHECK (source = 'own' OR reason IS NULL),
  -- The same event of a calendar, imported again, is the same absence.
  CONSTRAINT absences_once_per_event UNIQUE (interpreter_id, import_key)
);
CREATE INDEX absences_by_end ON absences (interpreter_id, until_at);
COMMENT ON TABLE absences IS 'they may overlap: who is on vacation may have an appointment all the same';
COMMENT ON COLUMN absences.import_key IS 'hash of what names the event in its calendar; no title, place or guest of it is kept';

CREATE TABLE interpreter_preferences (
  interpreter_id uuid PRIMARY KEY REFERENCES interpreters (id),
  version integer NOT NULL CHECK (version > 0),
  shortest_notice_minutes integer CHECK (shortest_notice_minutes BETWEEN 0 AND 43200),
  longest_block_minutes integer CHECK (longest_block_minutes BETWEEN 15 AND 360),
  longest_day_minutes integer CHECK (longest_day_minutes BETWEEN 15 AND 720),
  pause_minutes integer CHECK (pause_minutes BETWEEN 0 AND 240),
  changed_by uuid NOT NULL REFERENCES users (id),
  changed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT interpreter_preferences_day_holds_a_block CHECK (longest_day_minutes >= longest_block_minutes)
);
COMMENT ON COLUMN interpreter_preferences.version IS 'of the whole availability: counts changes of windows, absences and preferences; no row is version 0';

ALTER TABLE absences ENABLE ROW LEVEL SECURITY;
ALTER TABLE absences FORCE ROW LEVEL SECURITY;
CREATE POLICY absences_for_staff ON absences USING (app_is_staff());
ALTER TABLE interpreter_preferences ENABLE ROW LEVEL SECURITY;
ALTER TABLE interpreter_preferences FORCE ROW LEVEL SECURITY;
CREATE POLICY interpreter_preferences_for_staff ON interpreter_preferences USING (app_is_staff());

GRANT SELECT, INSERT, UPDATE, DELETE ON absences TO videodolmetschen_app;
GRANT SELECT, INSERT, UPDATE ON interpreter_preferences TO videodolmetschen_app;
