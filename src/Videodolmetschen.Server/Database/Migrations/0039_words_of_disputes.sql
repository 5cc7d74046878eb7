-- What somebody wrote about a line or a document, and the answer, are business letters: they go six years after the end of their year. What was decided stays.

ALTER TABLE retention_proofs
  DROP CONSTRAINT retention_proofs_kind_check,
  ADD CONSTRAINT retention_proofs_kind_check CHECK (kind IN ('illness_absences', 'own_absences', 'imported_absences', 'asks', 'sign_ins', 'job_runs', 'notices', 'letters', 'guests',
    'request_references', 'appointment_references', 'appointments', 'conversations', 'dispatch_events', 'standby_offers', 'standby_shifts', 'dispute_words', 'objection_words',
    'certificates', 'former_accounts', 'former_interpreters', 'audit_entries', 'rule_changes'));
ALTER TABLE legal_holds
  DROP CONSTRAINT legal_holds_kind_check,
  ADD CONSTRAINT legal_holds_kind_check CHECK (kind IN ('illness_absences', 'own_absences', 'imported_absences', 'asks', 'sign_ins', 'job_runs', 'notices', 'letters', 'guests',
    'request_references', 'appointment_references', 'appointments', 'conversations', 'dispatch_events', 'standby_offers', 'standby_shifts', 'dispute_words', 'objection_words',
    'certificates', 'former_accounts', 'former_interpreters', 'audit_entries', 'rule_changes'));

ALTER TABLE line_disputes
  ALTER COLUMN words DROP NOT NULL,
  DROP CONSTRAINT line_disputes_check3,
  ADD CONSTRAINT line_disputes_answer_in_words CHECK (CASE WHEN words IS NULL THEN answer IS NULL AND ended_at IS NOT NULL ELSE (state IN ('accepted', 'rejected')) = (answer IS NOT NULL) END);
COMMENT ON COLUMN line_disputes.words IS 'of whoever disputes, as the answer is of staff: they stand here and on no document; NULL once they were forgotten';

CREATE OR REPLACE FUNCTION refuse_change_of_answered_dispute() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at < now() - interval '6 years' AND NEW.words IS NULL AND NEW.answer IS NULL AND to_jsonb(NEW) - 'words' - 'answer' = to_jsonb(OLD) - 'words' - 'answer' THEN
    RETURN NEW;
  END IF;
  IF OLD.state <> 'open' OR (NEW.service_id, NEW.line_number, NEW.reason, NEW.words, NEW.raised_by, NEW.raised_at, NEW.answer_by)
    IS DISTINCT FROM (OLD.service_id, OLD.line_number, OLD.reason, OLD.words, OLD.raised_by, OLD.raised_at, OLD.answer_by) THEN
    RAISE EXCEPTION 'a dispute is answered once, and stays what it was' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION refuse_change_of_objection() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.raised_at < now() - interval '6 years' AND NEW.words IS NULL AND to_jsonb(NEW) - 'words' = to_jsonb(OLD) - 'words' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an objection never changes' USING ERRCODE = 'integrity_constraint_violation';
END $$;
DROP TRIGGER document_objections_never_change ON document_objections;
CREATE TRIGGER document_objections_never_change BEFORE UPDATE ON document_objections FOR EACH ROW EXECUTE FUNCTION refuse_change_of_objection();
CREATE TRIGGER document_objections_never_go BEFORE DELETE ON document_objections FOR EACH ROW EXECUTE FUNCTION refuse_change_of_what_was_issued();
GRANT UPDATE (words) ON document_objections TO videodolmetschen_app;
