-- What both sides say of a conversation afterwards, and which of it the Disposition has dealt with.

CREATE TABLE session_feedback (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  session_id uuid NOT NULL REFERENCES sessions (id),
  customer_id uuid NOT NULL REFERENCES customers (id),
  side text NOT NULL CHECK (side IN ('requester', 'interpreter')),
  interpreter_id uuid REFERENCES interpreters (id),
  rating text NOT NULL CHECK (rating IN ('good', 'fair', 'poor')),
  reasons text[] NOT NULL DEFAULT '{}',
  given_at timestamptz NOT NULL,
  CHECK ((side = 'interpreter') = (interpreter_id IS NOT NULL)),
  CHECK (rating <> 'good' OR cardinality(reasons) = 0),
  CHECK (side <> 'requester' OR NOT reasons && ARRAY['noisy_setting', 'no_briefing', 'turn_taking', 'no_break']),
  CHECK (side <> 'interpreter' OR NOT reasons && ARRAY['bias', 'punctuality']),
  -- One of the requester's side, and one of each interpreter who carried a part.
  CONSTRAINT session_feedback_once_per_side UNIQUE NULLS NOT DISTINCT (session_id, interpreter_id)
);
ALTER TABLE session_feedback ADD CONSTRAINT session_feedback_reasons_check
  CHECK (reasons <@ ARRAY['picture', 'sound', 'connection', 'understanding', 'language_or_variety', 'conduct', 'bias', 'punctuality',
    'noisy_setting', 'no_briefing', 'turn_taking', 'no_break']);
CREATE INDEX session_feedback_by_time ON session_feedback (given_at);
COMMENT ON TABLE session_feedback IS 'read by people only: nothing is ranked, paid or blocked by it';
COMMENT ON COLUMN session_feedback.interpreter_id IS 'who said it, of the interpreters; the requester is the session''s';

-- A complaint stands in its session, which is final; so what was dealt with has a table of its own.
CREATE TABLE handled_feedback (
  feedback_id uuid UNIQUE REFERENCES session_feedback (id),
  complaint_of uuid UNIQUE REFERENCES sessions (id),
  handled_at timestamptz NOT NULL,
  handled_by uuid NOT NULL REFERENCES users (id),
  CHECK (num_nonnulls(feedback_id, complaint_of) = 1)
);

-- Whoever speaks has taken part, and the own part is over.
CREATE FUNCTION refuse_feedback_of_others() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND EXISTS (SELECT FROM handled_feedback WHERE feedback_id = OLD.id) THEN
    RAISE EXCEPTION 'feedback that was dealt with is never changed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  PERFORM FROM sessions
  WHERE id = NEW.session_id
    AND customer_id = NEW.customer_id
    AND started_at IS NOT NULL
    AND (ended_at IS NOT NULL OR NEW.side = 'interpreter');
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such session, or it has not begun or ended' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  PERFORM FROM session_stints
  WHERE session_id = NEW.session_id
    AND (NEW.side = 'requester' OR interpreter_id = NEW.interpreter_id)
    AND took_over_at IS NOT NULL
    AND left_at IS NOT NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'this side has no part of the session that is over' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER session_feedback_is_of_those_who_took_part BEFORE INSERT OR UPDATE ON session_feedback
  FOR EACH ROW EXECUTE FUNCTION refuse_feedback_of_others();

-- What an interpreter says is nothing the customer may learn.
ALTER TABLE session_feedback ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_feedback FORCE ROW LEVEL SECURITY;
CREATE POLICY own_side ON session_feedback USING (app_is_staff() OR (app_sees(customer_id) AND side = 'requester'));
ALTER TABLE handled_feedback ENABLE ROW LEVEL SECURITY;
ALTER TABLE handled_feedback FORCE ROW LEVEL SECURITY;
CREATE POLICY handled_feedback_for_staff ON handled_feedback USING (app_is_staff());
CREATE POLICY handled_feedback_of_own_side ON handled_feedback FOR SELECT USING (feedback_id IN (SELECT id FROM session_feedback));

GRANT SELECT, INSERT, UPDATE, DELETE ON session_feedback TO videodolmetschen_app;
GRANT SELECT, INSERT, DELETE ON handled_feedback TO videodolmetschen_app;
