-- What was deleted because it was due, and what must not be deleted for now (DIN 66398). The rules themselves stand in the program.

CREATE TABLE retention_proofs (
  run uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('illness_absences', 'own_absences', 'imported_absences', 'asks', 'sign_ins', 'job_runs', 'notices', 'letters', 'guests',
    'request_references', 'appointment_references', 'appointments', 'conversations')),
  at timestamptz NOT NULL,
  due_before timestamptz NOT NULL,
  counted integer NOT NULL CHECK (counted >= 0),
  oldest timestamptz CHECK (oldest < due_before),
  PRIMARY KEY (run, kind),
  CHECK ((counted = 0) = (oldest IS NULL))
);
CREATE INDEX retention_proofs_by_kind ON retention_proofs (kind, at DESC);
COMMENT ON TABLE retention_proofs IS 'a row for each class and run, kept by each batch of it: a run that was killed has proof of what it did';

CREATE TABLE legal_holds (
  id uuid PRIMARY KEY,
  kind text CHECK (kind IN ('illness_absences', 'own_absences', 'imported_absences', 'asks', 'sign_ins', 'job_runs', 'notices', 'letters', 'guests',
    'request_references', 'appointment_references', 'appointments', 'conversations')),
  customer_id uuid REFERENCES customers (id),
  interpreter_id uuid REFERENCES interpreters (id),
  reason text NOT NULL CHECK (reason IN ('litigation', 'tax_audit', 'investigation', 'complaint', 'restriction_asked')),
  set_by uuid NOT NULL REFERENCES users (id),
  set_at timestamptz NOT NULL,
  lifted_by uuid REFERENCES users (id),
  lifted_at timestamptz CHECK (lifted_at >= set_at),
  CHECK (num_nonnulls(kind, customer_id, interpreter_id) = 1),
  CHECK ((lifted_by IS NULL) = (lifted_at IS NULL))
);
CREATE UNIQUE INDEX legal_holds_once ON legal_holds (kind, customer_id, interpreter_id, reason) NULLS NOT DISTINCT WHERE lifted_at IS NULL;

ALTER TABLE retention_proofs ENABLE ROW LEVEL SECURITY;
ALTER TABLE retention_proofs FORCE ROW LEVEL SECURITY;
CREATE POLICY retention_proofs_for_staff ON retention_proofs USING (app_is_staff());
ALTER TABLE legal_holds ENABLE ROW LEVEL SECURITY;
ALTER TABLE legal_holds FORCE ROW LEVEL SECURITY;
CREATE POLICY legal_holds_for_staff ON legal_holds USING (app_is_staff());

GRANT SELECT, INSERT, UPDATE (counted, oldest) ON retention_proofs TO videodolmetschen_app;
GRANT SELECT, INSERT, UPDATE (lifted_by, lifted_at) ON legal_holds TO videodolmetschen_app;

-- A net below the job, by the database's own clock: whatever the program thinks, nothing younger is ever deleted.
GRANT DELETE ON mails, appointment_asks, appointment_facts, guests, appointments, requests, offers, sessions, session_stints, callbacks TO videodolmetschen_app;
CREATE POLICY mails_go_when_due ON mails AS RESTRICTIVE FOR DELETE USING (app_is_staff()
  AND created_at < now() - CASE WHEN kind IN ('appointment_confirmed', 'appointment_changed', 'appointment_cancelled') THEN interval '6 years' ELSE interval '60 days' END);
CREATE POLICY staff_forgets ON mails FOR DELETE USING (app_is_staff());
CREATE POLICY asks_go_when_due ON appointment_asks AS RESTRICTIVE FOR DELETE USING (asked_at < now() - interval '120 days');
CREATE POLICY facts_go_when_due ON appointment_facts AS RESTRICTIVE FOR DELETE USING (ends_at < now() - interval '8 years');
CREATE POLICY guests_go_when_due ON guests AS RESTRICTIVE FOR DELETE USING (app_is_staff() AND ended_at < now() - interval '60 days');
CREATE POLICY appointments_go_when_due ON appointments AS RESTRICTIVE FOR DELETE USING (app_is_staff() AND ended_at IS NOT NULL AND ends_at < now() - interval '8 years');
CREATE POLICY requests_go_when_due ON requests AS RESTRICTIVE FOR DELETE USING (app_is_staff() AND ended_at < now() - interval '8 years');
CREATE POLICY offers_go_when_due ON offers AS RESTRICTIVE FOR DELETE USING (app_is_staff() AND offered_at < now() - interval '8 years');
CREATE POLICY sessions_go_when_due ON sessions AS RESTRICTIVE FOR DELETE USING (app_is_staff() AND ended_at < now() - interval '8 years');
CREATE POLICY session_stints_go_when_due ON session_stints AS RESTRICTIVE FOR DELETE USING (app_is_staff() AND left_at < now() - interval '8 years');
CREATE POLICY callbacks_go_when_due ON callbacks AS RESTRICTIVE FOR DELETE USING (app_is_staff() AND ended_at < now() - interval '8 years');

-- An ended row is final, but for the own reference, which may be taken away.
CREATE FUNCTION refuse_change_but_of_own_reference() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.own_reference IS NULL AND to_jsonb(NEW) - 'own_reference' = to_jsonb(OLD) - 'own_reference' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an ended row is never changed' USING ERRCODE = 'integrity_constraint_violation';
END $$;
DROP TRIGGER requests_stay_ended ON requests;
CREATE TRIGGER requests_stay_ended AFTER UPDATE ON requests
  FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION refuse_change_but_of_own_reference();
DROP TRIGGER appointments_stay_ended ON appointments;
CREATE TRIGGER appointments_stay_ended BEFORE UPDATE ON appointments
  FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION refuse_change_but_of_own_reference();
DROP FUNCTION refuse_change_of_ended_appointment();
