-- Who bills whom, the runs that do it, and the documents that come of them. An issued document never changes, its number is the next of its series,
-- and its link shows that none before it was changed or left out.

CREATE TABLE billing_parties (
  id uuid PRIMARY KEY,
  role text NOT NULL CHECK (role IN ('issuer', 'customer', 'interpreter')),
  customer_id uuid REFERENCES customers (id),
  interpreter_id uuid REFERENCES interpreters (id),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  street text CHECK (length(street) BETWEEN 1 AND 200),
  post_code text NOT NULL CHECK (length(post_code) BETWEEN 1 AND 20),
  city text NOT NULL CHECK (length(city) BETWEEN 1 AND 100),
  country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  vat_id text CHECK (length(vat_id) <= 20),
  tax_number text CHECK (length(tax_number) <= 20),
  number text CHECK (length(number) <= 46),
  leitweg_id text CHECK (length(leitweg_id) <= 46),
  order_reference text CHECK (length(order_reference) <= 46),
  email text CHECK (length(email) <= 254),
  phone text CHECK (length(phone) <= 40),
  contact_name text CHECK (length(contact_name) <= 100),
  iban text CHECK (length(iban) <= 34),
  bic text CHECK (length(bic) <= 11),
  account_holder text CHECK (length(account_holder) <= 70),
  payment_days integer NOT NULL CHECK (payment_days BETWEEN 0 AND 60),
  revision integer NOT NULL CHECK (revision > 0),
  changed_by uuid REFERENCES users (id),
  changed_at timestamptz NOT NULL,
  UNIQUE NULLS NOT DISTINCT (role, customer_id, interpreter_id),
  CHECK ((role = 'customer') = (customer_id IS NOT NULL)),
  CHECK ((role = 'interpreter') = (interpreter_id IS NOT NULL))
);
COMMENT ON COLUMN billing_parties.payment_days IS 'a public client may have 30, 60 at the very most (§ 271a (2) BGB)';

-- How an interpreter is taxed from a day on; a correction is a later row for the same day.
CREATE TABLE vat_statuses (
  interpreter_id uuid NOT NULL REFERENCES interpreters (id),
  valid_from date NOT NULL,
  treatment text NOT NULL CHECK (treatment IN ('standard', 'small_business', 'sign_language_exempt', 'reverse_charge')),
  recorded_by uuid NOT NULL REFERENCES users (id),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (interpreter_id, valid_from, recorded_at)
);

-- Agreed before the first Gutschrift (§ 14 (2) UStG); the last row counts.
CREATE TABLE self_billing_agreements (
  interpreter_id uuid NOT NULL REFERENCES interpreters (id),
  agreed boolean NOT NULL,
  since date NOT NULL,
  recorded_by uuid NOT NULL REFERENCES users (id),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (interpreter_id, recorded_at)
);

CREATE TABLE billing_runs (
  id uuid PRIMARY KEY,
  key uuid NOT NULL UNIQUE,
  side text NOT NULL CHECK (side IN ('customer', 'interpreter')),
  from_day date NOT NULL,
  until_day date NOT NULL CHECK (until_day >= from_day),
  state text NOT NULL CHECK (state IN ('issuing', 'paused', 'done')),
  issued_on date NOT NULL,
  started_by uuid NOT NULL REFERENCES users (id),
  started_at timestamptz NOT NULL,
  finished_at timestamptz,
  CHECK ((state = 'done') = (finished_at IS NOT NULL))
);

CREATE TABLE billing_run_parts (
  run_id uuid NOT NULL REFERENCES billing_runs (id),
  place integer NOT NULL CHECK (place > 0),
  party_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('planned', 'issued', 'empty', 'refused')),
  reasons jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (run_id, place),
  UNIQUE (run_id, party_id)
);
COMMENT ON COLUMN billing_run_parts.party_id IS 'the customer or the interpreter, by the side of the run';

CREATE TABLE number_series (
  series text NOT NULL CHECK (series IN ('RE', 'GS', 'ST')),
  year integer NOT NULL CHECK (year BETWEEN 2000 AND 2999),
  last integer NOT NULL CHECK (last >= 0),
  PRIMARY KEY (series, year)
);

CREATE TABLE documents (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('invoice', 'cancellation', 'correction', 'self_billed', 'self_billed_cancellation')),
  series text NOT NULL,
  year integer NOT NULL,
  serial integer NOT NULL CHECK (serial > 0),
  number text NOT NULL UNIQUE,
  side text NOT NULL CHECK (side IN ('customer', 'interpreter')),
  customer_id uuid REFERENCES customers (id),
  interpreter_id uuid REFERENCES interpreters (id),
  run_id uuid REFERENCES billing_runs (id),
  cancels_id uuid UNIQUE REFERENCES documents (id),
  issued_on date NOT NULL,
  due_on date CHECK (due_on >= issued_on),
  from_day date NOT NULL,
  until_day date NOT NULL CHECK (until_day >= from_day),
  net numeric(14, 2) NOT NULL,
  tax numeric(14, 2) NOT NULL,
  gross numeric(14, 2) NOT NULL CHECK (gross = net + tax),
  specification text NOT NULL,
  source jsonb NOT NULL,
  xml bytea NOT NULL,
  pdf bytea NOT NULL,
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$' AND hash = encode(sha256(xml), 'hex')),
  position bigint NOT NULL UNIQUE CHECK (position > 0),
  link text NOT NULL CHECK (link ~ '^[0-9a-f]{64}$'),
  issued_by uuid NOT NULL REFERENCES users (id),
  issued_at timestamptz NOT NULL,
  FOREIGN KEY (series, year) REFERENCES number_series (series, year),
  UNIQUE (series, year, serial),
  CHECK ((side = 'customer') = (customer_id IS NOT NULL)),
  CHECK ((side = 'interpreter') = (interpreter_id IS NOT NULL)),
  CHECK ((kind IN ('cancellation', 'self_billed_cancellation')) = (cancels_id IS NOT NULL))
);
CREATE INDEX documents_by_day ON documents (side, issued_on DESC, position DESC);
CREATE INDEX documents_of_customer ON documents (customer_id, issued_on) WHERE customer_id IS NOT NULL;
CREATE INDEX documents_of_interpreter ON documents (interpreter_id, issued_on) WHERE interpreter_id IS NOT NULL;

-- A line stands on one document that counts; after a cancellation it may stand on another.
CREATE TABLE document_lines (
  service_id uuid NOT NULL,
  line_number integer NOT NULL,
  attempt integer NOT NULL CHECK (attempt > 0),
  document_id uuid NOT NULL REFERENCES documents (id),
  position integer NOT NULL CHECK (position > 0),
  PRIMARY KEY (service_id, line_number, attempt),
  UNIQUE (document_id, position),
  FOREIGN KEY (service_id, line_number) REFERENCES billing_lines (service_id, number)
);

CREATE FUNCTION refuse_gap_in_documents() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.serial <> (SELECT last FROM number_series WHERE series = NEW.series AND year = NEW.year)
    OR NEW.serial <> 1 + coalesce((SELECT max(serial) FROM documents WHERE series = NEW.series AND year = NEW.year), 0)
    OR NEW.position <> 1 + coalesce((SELECT max(position) FROM documents), 0) THEN
    RAISE EXCEPTION 'numbers have no gap and no repeat' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER documents_without_gap BEFORE INSERT ON documents FOR EACH ROW EXECUTE FUNCTION refuse_gap_in_documents();

CREATE FUNCTION refuse_change_of_what_was_issued() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was issued never changes' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER documents_never_change BEFORE UPDATE OR DELETE ON documents FOR EACH ROW EXECUTE FUNCTION refuse_change_of_what_was_issued();
CREATE TRIGGER document_lines_never_change BEFORE UPDATE OR DELETE ON document_lines FOR EACH ROW EXECUTE FUNCTION refuse_change_of_what_was_issued();

CREATE FUNCTION refuse_number_backwards() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.last <> OLD.last + 1 OR NEW.series <> OLD.series OR NEW.year <> OLD.year THEN
    RAISE EXCEPTION 'a number is the next one' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER number_series_one_by_one BEFORE UPDATE ON number_series FOR EACH ROW EXECUTE FUNCTION refuse_number_backwards();

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['billing_parties', 'vat_statuses', 'self_billing_agreements', 'billing_runs', 'billing_run_parts', 'number_series', 'documents', 'document_lines'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY %I ON %I USING (app_is_staff())', name || '_for_staff', name);
  END LOOP;
END $$;
CREATE POLICY documents_of_own_customer ON documents FOR SELECT USING (current_setting('app.customer', true) = customer_id::text);

GRANT SELECT, INSERT, UPDATE ON billing_parties, billing_runs, billing_run_parts, number_series TO videodolmetschen_app;
GRANT SELECT, INSERT ON vat_statuses, self_billing_agreements, documents, document_lines TO videodolmetschen_app;
