-- Sums for reports: by day, hour and whatever one may ask by. Each can be made again from the rows they were made of; no person stands in them,
-- but for the interpreters' own numbers, which the job that fills them keeps for 800 days.

CREATE TABLE report_days (
  day date PRIMARY KEY,
  summed_at timestamptz NOT NULL,
  closed boolean NOT NULL
);
COMMENT ON COLUMN report_days.closed IS 'the day was over and nothing of it unfinished: only prices may come later';

CREATE TABLE report_usage (
  day date NOT NULL,
  hour smallint NOT NULL CHECK (hour BETWEEN 0 AND 23),
  sessions integer NOT NULL CHECK (sessions >= 0),
  booked integer NOT NULL CHECK (booked BETWEEN 0 AND sessions),
  seconds bigint NOT NULL CHECK (seconds >= 0),
  customer_id uuid NOT NULL REFERENCES customers (id),
  unit_id uuid NOT NULL REFERENCES units (id),
  language text NOT NULL,
  modality text NOT NULL,
  net numeric(14, 2) NOT NULL,
  programme_net numeric(14, 2) NOT NULL,
  PRIMARY KEY (day, hour, customer_id, unit_id, language, modality)
);
COMMENT ON TABLE report_usage IS 'conversations by their beginning, prices by the beginning of the service';
CREATE INDEX report_usage_by_customer ON report_usage (customer_id, day);

CREATE TABLE report_waits (
  day date NOT NULL,
  hour smallint NOT NULL CHECK (hour BETWEEN 0 AND 23),
  seconds smallint NOT NULL CHECK (seconds BETWEEN 0 AND 3600),
  requests integer NOT NULL CHECK (requests > 0),
  customer_id uuid NOT NULL REFERENCES customers (id),
  unit_id uuid NOT NULL REFERENCES units (id),
  language text NOT NULL,
  modality text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('answered', 'abandoned', 'unserved', 'withdrawn')),
  cause text,
  UNIQUE NULLS NOT DISTINCT (day, hour, customer_id, unit_id, language, modality, outcome, cause, seconds),
  CHECK ((outcome = 'unserved') = (cause IS NOT NULL))
);
COMMENT ON TABLE report_waits IS 'requests at once by their press, with whole seconds of waiting: percentiles are exact to the second';
CREATE INDEX report_waits_by_customer ON report_waits (customer_id, day);

CREATE TABLE report_interpreters (
  day date NOT NULL,
  interpreter_id uuid NOT NULL REFERENCES interpreters (id) ON DELETE CASCADE,
  offers integer NOT NULL,
  accepted integer NOT NULL,
  declined integer NOT NULL,
  missed integer NOT NULL,
  stints integer NOT NULL,
  seconds bigint NOT NULL,
  earned numeric(14, 2) NOT NULL,
  PRIMARY KEY (day, interpreter_id)
);

-- What one treatment has of a document: follows from its source, and never changes either.
CREATE TABLE document_taxes (
  document_id uuid NOT NULL REFERENCES documents (id),
  treatment text NOT NULL CHECK (treatment IN ('standard', 'small_business', 'sign_language_exempt', 'reverse_charge', 'not_taxable')),
  net numeric(14, 2) NOT NULL,
  tax numeric(14, 2) NOT NULL,
  PRIMARY KEY (document_id, treatment)
);

CREATE TABLE booking_settings (
  id smallint PRIMARY KEY CHECK (id = 1),
  content jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'),
  revision integer NOT NULL CHECK (revision > 0),
  changed_by uuid NOT NULL REFERENCES users (id),
  changed_at timestamptz NOT NULL
);

-- The account of a customer or an interpreter in the ledger: given once, kept as long as the books.
CREATE TABLE booking_accounts (
  account bigint PRIMARY KEY,
  customer_id uuid UNIQUE REFERENCES customers (id),
  interpreter_id uuid UNIQUE REFERENCES interpreters (id),
  given_at timestamptz NOT NULL,
  CHECK (num_nonnulls(customer_id, interpreter_id) = 1)
);

-- Days of raw rows are found without a price for the live service: these columns are written once, and BRIN does not stand in the way of cheap updates.
CREATE INDEX sessions_by_time ON sessions (created_at);
CREATE INDEX requests_by_time ON requests USING brin (requested_at) WITH (pages_per_range = 16, autosummarize = on);
CREATE INDEX offers_by_time ON offers USING brin (offered_at) WITH (pages_per_range = 16, autosummarize = on);
CREATE INDEX session_stints_by_time ON session_stints USING brin (joined_at) WITH (pages_per_range = 16, autosummarize = on);
CREATE INDEX rated_services_by_day ON rated_services (day);
CREATE INDEX rated_services_by_time ON rated_services USING brin (rated_at) WITH (pages_per_range = 16, autosummarize = on);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['report_days', 'report_usage', 'report_waits', 'report_interpreters', 'document_taxes', 'booking_settings', 'booking_accounts'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY %I ON %I USING ((SELECT app_is_staff()))', name || '_for_staff', name);
  END LOOP;
END $$;
CREATE POLICY report_days_for_all ON report_days FOR SELECT USING (true);
-- Asked once for a statement and not for each of a million rows.
CREATE FUNCTION app_customer() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(nullif(current_setting('app.customer', true), '*'), '')::uuid;
CREATE POLICY report_usage_of_own_customer ON report_usage FOR SELECT USING (customer_id = (SELECT app_customer()));
CREATE POLICY report_waits_of_own_customer ON report_waits FOR SELECT USING (customer_id = (SELECT app_customer()));

GRANT SELECT, INSERT, UPDATE ON report_days, booking_settings TO videodolmetschen_app;
GRANT SELECT, INSERT, DELETE ON report_usage, report_waits, report_interpreters TO videodolmetschen_app;
GRANT SELECT, INSERT ON document_taxes, booking_accounts TO videodolmetschen_app;
