-- The rules of appointments as coordinators have set them, like dispatch_policy. No row: the defaults of the configuration hold.
-- Values are whole numbers: counts, days, minutes, and hours of the day as minutes after midnight.

CREATE FUNCTION are_appointment_rules(given jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN jsonb_typeof(given) = 'object'
    AND NOT jsonb_path_exists(given, '$.* ? (@.type() != "number" || @ < 0 || @ > 20160)')
    AND coalesce((given ->> 'shortest')::numeric <= (given ->> 'longest')::numeric, false)
    AND coalesce((given ->> 'redDaysBefore')::numeric <= (given ->> 'yellowDaysBefore')::numeric, false)
    AND coalesce((given ->> 'interpreterLateAfter')::numeric <= (given ->> 'interpreterMissedAfter')::numeric, false);

CREATE TABLE appointment_rules (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  version integer NOT NULL CHECK (version > 0),
  rules jsonb NOT NULL CHECK (are_appointment_rules(rules)),
  reminders_planned integer NOT NULL DEFAULT 0 CHECK (reminders_planned BETWEEN 0 AND version),
  changed_by uuid NOT NULL REFERENCES users (id),
  changed_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE appointment_rules IS 'one row; earlier values stand in audit_entries, subject appointment_rules';
COMMENT ON COLUMN appointment_rules.reminders_planned IS 'the version by which the reminders of all appointments that stand were planned';

ALTER TABLE appointment_rules ENABLE ROW LEVEL SECURITY;
ALTER TABLE appointment_rules FORCE ROW LEVEL SECURITY;
CREATE POLICY appointment_rules_for_staff ON appointment_rules USING (app_is_staff());

GRANT SELECT, INSERT, UPDATE ON appointment_rules TO videodolmetschen_app;

-- What a customer's contract says of cancelling. Versions are added, never changed: an appointment keeps the one by which it was booked.
CREATE FUNCTION are_cancellation_steps(given jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN jsonb_typeof(given) = 'array'
    AND jsonb_array_length(given) <= 6
    AND NOT jsonb_path_exists(given, 'strict $[*] ? (!(@.hours >= 1 && @.hours <= 2160 && @.percent >= 1 && @.percent <= 100))');

CREATE TABLE cancellation_contracts (
  customer_id uuid NOT NULL REFERENCES customers (id),
  version integer NOT NULL CHECK (version > 0),
  ladder text NOT NULL CHECK (ladder IN ('usual', 'jveg', 'own')),
  steps jsonb NOT NULL CHECK (are_cancellation_steps(steps)),
  changed_by uuid NOT NULL REFERENCES users (id),
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (customer_id, version),
  CHECK ((ladder = 'own') = (jsonb_array_length(steps) > 0))
);
COMMENT ON TABLE cancellation_contracts IS 'no row: the usual ladder. The last one at the booking counts';

ALTER TABLE cancellation_contracts ENABLE ROW LEVEL SECURITY;
ALTER TABLE cancellation_contracts FORCE ROW LEVEL SECURITY;
CREATE POLICY cancellation_contracts_of_own_customer ON cancellation_contracts FOR SELECT
  USING (current_setting('app.customer', true) IN ('*', customer_id::text));
CREATE POLICY cancellation_contracts_by_staff ON cancellation_contracts FOR INSERT WITH CHECK (app_is_staff());

GRANT SELECT, INSERT ON cancellation_contracts TO videodolmetschen_app;
