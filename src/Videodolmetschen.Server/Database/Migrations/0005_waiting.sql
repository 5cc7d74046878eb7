-- Everything while waiting: an older place in line, help from the Disposition, callbacks, reasons for conflicts, and what the wait estimate,
-- the own history and the ledger of the unserved look up.

ALTER TABLE requests
  ADD COLUMN place_since timestamptz CHECK (place_since <= requested_at),
  ADD COLUMN help_asked_at timestamptz,
  ADD COLUMN help_answered_at timestamptz,
  ADD COLUMN help_answered_by uuid REFERENCES users (id),
  ADD CONSTRAINT requests_help_is_answered_once_asked CHECK (help_answered_at IS NULL OR help_asked_at IS NOT NULL),
  ADD CONSTRAINT requests_help_is_answered_by_somebody CHECK ((help_answered_at IS NULL) = (help_answered_by IS NULL));
COMMENT ON COLUMN requests.place_since IS 'the place in line of the request that it was called back for; NULL: requested_at';
CREATE INDEX requests_by_language ON requests (language, requested_at);
CREATE INDEX requests_by_requester ON requests (requester_id, requested_at);
CREATE INDEX requests_unserved ON requests (requested_at) WHERE state = 'unserved';

CREATE TABLE callbacks (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES requests (id),
  requester_id uuid NOT NULL REFERENCES users (id),
  customer_id uuid NOT NULL REFERENCES customers (id),
  asked_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'ready', 'taken', 'expired', 'cancelled')),
  ready_at timestamptz,
  taken_as uuid REFERENCES requests (id),
  ended_at timestamptz,
  CHECK ((state IN ('taken', 'expired', 'cancelled')) = (ended_at IS NOT NULL)),
  CHECK ((state = 'taken') = (taken_as IS NOT NULL)),
  CHECK (state NOT IN ('ready', 'taken') OR ready_at IS NOT NULL)
);
CREATE UNIQUE INDEX callbacks_one_open_per_requester ON callbacks (requester_id) WHERE ended_at IS NULL;
CREATE INDEX callbacks_by_request ON callbacks (request_id);
CREATE TRIGGER callbacks_stay_ended BEFORE UPDATE ON callbacks FOR EACH ROW EXECUTE FUNCTION refuse_change_once_ended();

ALTER TABLE callbacks ENABLE ROW LEVEL SECURITY;
ALTER TABLE callbacks FORCE ROW LEVEL SECURITY;
CREATE POLICY callbacks_of_own_customer ON callbacks USING (app_sees(customer_id));
GRANT SELECT, INSERT, UPDATE ON callbacks TO videodolmetschen_app;

-- Who has blocked whom, and why: undone by deleting the row; the audit keeps both.
ALTER TABLE conflicts
  ADD COLUMN reason text NOT NULL DEFAULT 'other' CHECK (reason IN ('bias', 'conduct', 'quality', 'acquainted', 'other')),
  ADD COLUMN created_by uuid REFERENCES users (id);

-- A customer with rows here is served by these interpreters only; a customer without any, by all.
CREATE TABLE allowed_interpreters (
  customer_id uuid NOT NULL REFERENCES customers (id),
  interpreter_id uuid NOT NULL REFERENCES interpreters (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (customer_id, interpreter_id)
);
ALTER TABLE allowed_interpreters ENABLE ROW LEVEL SECURITY;
ALTER TABLE allowed_interpreters FORCE ROW LEVEL SECURITY;
CREATE POLICY allowed_interpreters_for_staff ON allowed_interpreters USING (app_is_staff());
GRANT SELECT, INSERT, DELETE ON allowed_interpreters TO videodolmetschen_app;
