-- The interpreters' side of billing: lines that somebody disputes, Gutschriften that somebody objects to, and who has said what about tax and agreement.

ALTER TABLE billing_lines
  DROP CONSTRAINT billing_lines_kind_check,
  ADD CONSTRAINT billing_lines_kind_check CHECK (kind IN ('service', 'surcharge', 'unused_time', 'delay', 'no_show', 'cancellation', 'standby', 'correction'));

CREATE TABLE line_disputes (
  id uuid PRIMARY KEY,
  service_id uuid NOT NULL,
  line_number integer NOT NULL,
  reason text NOT NULL CHECK (reason IN ('time', 'price', 'surcharge', 'not_held', 'twice', 'other')),
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 500),
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'rejected', 'taken_back')),
  raised_by uuid NOT NULL REFERENCES users (id),
  raised_at timestamptz NOT NULL,
  answer_by date NOT NULL,
  ended_by uuid REFERENCES users (id),
  ended_at timestamptz CHECK (ended_at >= raised_at),
  answer text CHECK (length(answer) BETWEEN 1 AND 500),
  correction_number integer,
  is_withdrawn boolean NOT NULL DEFAULT false,
  cancelled_document_id uuid REFERENCES documents (id),
  FOREIGN KEY (service_id, line_number) REFERENCES billing_lines (service_id, number),
  FOREIGN KEY (service_id, correction_number) REFERENCES billing_lines (service_id, number),
  CHECK ((state = 'open') = (ended_at IS NULL)),
  CHECK ((ended_by IS NULL) = (ended_at IS NULL)),
  CHECK ((state IN ('accepted', 'rejected')) = (answer IS NOT NULL)),
  CHECK ((state = 'accepted') = (correction_number IS NOT NULL OR is_withdrawn)),
  CHECK (correction_number IS NULL OR NOT is_withdrawn),
  CHECK (state = 'accepted' OR cancelled_document_id IS NULL)
);
COMMENT ON COLUMN line_disputes.words IS 'of whoever disputes, as the answer is of staff: they stand here and on no document';
COMMENT ON COLUMN line_disputes.is_withdrawn IS 'the answer was that the service is not billed at all';
CREATE UNIQUE INDEX line_disputes_one_open ON line_disputes (service_id, line_number) WHERE state = 'open';
CREATE INDEX line_disputes_of_service ON line_disputes (service_id);
CREATE INDEX line_disputes_by_answer ON line_disputes (answer_by) WHERE state = 'open';

-- An answer is final.
CREATE FUNCTION refuse_change_of_answered_dispute() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'open' OR (NEW.service_id, NEW.line_number, NEW.reason, NEW.words, NEW.raised_by, NEW.raised_at, NEW.answer_by)
    IS DISTINCT FROM (OLD.service_id, OLD.line_number, OLD.reason, OLD.words, OLD.raised_by, OLD.raised_at, OLD.answer_by) THEN
    RAISE EXCEPTION 'a dispute is answered once, and stays what it was' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER line_disputes_are_answered_once BEFORE UPDATE ON line_disputes FOR EACH ROW EXECUTE FUNCTION refuse_change_of_answered_dispute();

-- From then on the Gutschrift has no effect as an invoice (§ 14 (2) UStG).
CREATE TABLE document_objections (
  document_id uuid PRIMARY KEY REFERENCES documents (id),
  reason text NOT NULL CHECK (reason IN ('services', 'tax', 'data', 'not_agreed', 'other')),
  words text CHECK (length(words) BETWEEN 1 AND 500),
  raised_by uuid NOT NULL REFERENCES users (id),
  raised_at timestamptz NOT NULL
);
CREATE TRIGGER document_objections_never_change BEFORE UPDATE OR DELETE ON document_objections FOR EACH ROW EXECUTE FUNCTION refuse_change_of_what_was_issued();

-- Whose disputed services are billed all the same.
ALTER TABLE billing_run_parts ADD COLUMN with_disputed boolean NOT NULL DEFAULT false;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['line_disputes', 'document_objections'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY %I ON %I USING (app_is_staff())', name || '_for_staff', name);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE ON line_disputes TO videodolmetschen_app;
GRANT SELECT, INSERT ON document_objections TO videodolmetschen_app;
