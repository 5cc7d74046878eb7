-- What customers pay, by hand or by a bank's file, and which letters they were sent. Nothing of it ever changes: a payment is reversed by another one,
-- and what was left of it is credit.

CREATE TABLE bank_statements (
  id uuid PRIMARY KEY,
  key text NOT NULL UNIQUE CHECK (key ~ '^[0-9a-f]{64}-[0-9]+$'),
  account text NOT NULL CHECK (length(account) BETWEEN 1 AND 34),
  number text NOT NULL CHECK (length(number) <= 35),
  closed_on date NOT NULL,
  opening numeric(14, 2),
  closing numeric(14, 2),
  balance text NOT NULL CHECK (balance IN ('matches', 'differs', 'unknown')),
  debits integer NOT NULL CHECK (debits >= 0),
  pending integer NOT NULL CHECK (pending >= 0),
  imported_by uuid NOT NULL REFERENCES users (id),
  imported_at timestamptz NOT NULL
);
COMMENT ON COLUMN bank_statements.key IS 'the hash of the file and the place in it: the same file twice is one';

-- Credits and what went back of them; what was paid out is not kept. Held as long as the documents that they pay (§ 147 AO).
CREATE TABLE bank_entries (
  id uuid PRIMARY KEY,
  statement_id uuid NOT NULL REFERENCES bank_statements (id),
  place integer NOT NULL CHECK (place > 0),
  key text NOT NULL UNIQUE CHECK (key ~ '^[0-9a-f]{64}$'),
  kind text NOT NULL CHECK (kind IN ('credit', 'returned')),
  booked_on date NOT NULL,
  valued_on date NOT NULL,
  amount numeric(14, 2) NOT NULL CHECK (amount > 0),
  payer_name text CHECK (length(payer_name) <= 140),
  payer_iban text CHECK (length(payer_iban) <= 34),
  remittance text NOT NULL CHECK (length(remittance) <= 1000),
  end_to_end text CHECK (length(end_to_end) <= 70),
  UNIQUE (statement_id, place)
);
COMMENT ON COLUMN bank_entries.key IS 'of account, day, amount and the bank''s reference: the same entry in two files is one';

-- Not a customer's payment, such as interest or a refund of a supplier.
CREATE TABLE bank_entry_dismissals (
  entry_id uuid PRIMARY KEY REFERENCES bank_entries (id),
  dismissed_by uuid NOT NULL REFERENCES users (id),
  dismissed_at timestamptz NOT NULL
);

CREATE TABLE payments (
  id uuid PRIMARY KEY,
  key uuid NOT NULL UNIQUE,
  customer_id uuid NOT NULL REFERENCES customers (id),
  received_on date NOT NULL,
  amount numeric(14, 2) NOT NULL CHECK (amount <> 0),
  bank_entry_id uuid REFERENCES bank_entries (id),
  reverses_id uuid UNIQUE REFERENCES payments (id),
  reason text CHECK (reason IN ('mistake', 'returned')),
  booked_by uuid NOT NULL REFERENCES users (id),
  booked_at timestamptz NOT NULL,
  CHECK ((amount < 0) = (reverses_id IS NOT NULL)),
  CHECK ((reason IS NULL) = (reverses_id IS NULL))
);
CREATE INDEX payments_of_customer ON payments (customer_id, received_on);
CREATE INDEX payments_of_bank_entry ON payments (bank_entry_id) WHERE bank_entry_id IS NOT NULL;

CREATE TABLE payment_allocations (
  id uuid PRIMARY KEY,
  payment_id uuid NOT NULL REFERENCES payments (id),
  document_id uuid NOT NULL REFERENCES documents (id),
  amount numeric(14, 2) NOT NULL CHECK (amount <> 0),
  allocated_by uuid NOT NULL REFERENCES users (id),
  allocated_at timestamptz NOT NULL
);
CREATE INDEX payment_allocations_of_payment ON payment_allocations (payment_id);
CREATE INDEX payment_allocations_of_document ON payment_allocations (document_id);

-- By half-year, as the Bundesbank announces them (§ 247 (2) BGB); a correction is a later row.
CREATE TABLE base_rates (
  valid_from date NOT NULL CHECK (extract(day FROM valid_from) = 1 AND extract(month FROM valid_from) IN (1, 7)),
  percent numeric(5, 2) NOT NULL CHECK (percent BETWEEN -5 AND 20),
  source text NOT NULL CHECK (length(source) BETWEEN 1 AND 200),
  recorded_by uuid REFERENCES users (id),
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (valid_from, recorded_at)
);
COMMENT ON COLUMN base_rates.recorded_by IS 'nobody where the program brought it';

INSERT INTO base_rates (valid_from, percent, source, recorded_at)
SELECT day, -0.88, 'Deutsche Bundesbank', '2026-11-27 00:00:00+00'
FROM unnest(ARRAY['2020-01-01', '2020-07-01', '2021-01-01', '2021-07-01', '2022-01-01', '2022-07-01']::date[]) AS day;
INSERT INTO base_rates (valid_from, percent, source, recorded_at) VALUES
  ('2023-01-01', 1.62, 'Deutsche Bundesbank', '2026-11-27 00:00:00+00'),
  ('2023-07-01', 3.12, 'Deutsche Bundesbank', '2026-11-27 00:00:00+00'),
  ('2024-01-01', 3.62, 'Deutsche Bundesbank', '2026-11-27 00:00:00+00'),
  ('2024-07-01', 3.37, 'Deutsche Bundesbank', '2026-11-27 00:00:00+00'),
  ('2025-01-01', 2.27, 'Deutsche Bundesbank', '2026-11-27 00:00:00+00'),
  ('2025-07-01', 1.27, 'Deutsche Bundesbank', '2026-11-27 00:00:00+00'),
  ('2026-01-01', 1.27, 'Deutsche Bundesbank', '2026-11-27 00:00:00+00'),
  ('2026-07-01', 1.52, 'Deutsche Bundesbank', '2026-11-27 00:00:00+00');

-- A letter that somebody has sent by hand; nothing is sent by itself. One that was marked by mistake is taken back by another row.
CREATE TABLE dunning_notes (
  id uuid PRIMARY KEY,
  document_id uuid NOT NULL REFERENCES documents (id),
  level text NOT NULL CHECK (level IN ('reminder', 'notice', 'last_notice')),
  dunned_on date NOT NULL,
  withdraws_id uuid UNIQUE REFERENCES dunning_notes (id),
  noted_by uuid NOT NULL REFERENCES users (id),
  noted_at timestamptz NOT NULL
);
CREATE INDEX dunning_notes_of_document ON dunning_notes (document_id);

-- What a cancellation or a correction has taken back is not owed any more, and what was paid on it is credit.
CREATE FUNCTION is_taken_back(document uuid) RETURNS boolean
  LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM documents c WHERE c.cancels_id = document)
$$;

-- One after the other: fifty people who press at once book each cent once.
CREATE FUNCTION refuse_unsound_payment() RETURNS trigger
  LANGUAGE plpgsql AS $$
DECLARE
  reversed payments;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('receivables', 0));
  IF NEW.reverses_id IS NOT NULL THEN
    SELECT * INTO STRICT reversed FROM payments WHERE id = NEW.reverses_id;
    IF reversed.reverses_id IS NOT NULL OR reversed.amount <> -NEW.amount OR reversed.customer_id <> NEW.customer_id THEN
      RAISE EXCEPTION 'a reversal takes back all of one payment' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.bank_entry_id IS NOT NULL AND (NEW.amount <> -(SELECT amount FROM bank_entries WHERE id = NEW.bank_entry_id AND kind = 'returned')
      OR EXISTS (SELECT FROM payments WHERE bank_entry_id = NEW.bank_entry_id)) THEN
      RAISE EXCEPTION 'what went back takes back one payment' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  ELSIF NEW.bank_entry_id IS NOT NULL THEN
    IF NEW.amount <> (SELECT amount FROM bank_entries WHERE id = NEW.bank_entry_id AND kind = 'credit')
      OR EXISTS (SELECT FROM payments p WHERE p.bank_entry_id = NEW.bank_entry_id AND p.reverses_id IS NULL AND NOT EXISTS (SELECT FROM payments r WHERE r.reverses_id = p.id AND r.reason = 'mistake'))
      OR EXISTS (SELECT FROM bank_entry_dismissals WHERE entry_id = NEW.bank_entry_id) THEN
      RAISE EXCEPTION 'an entry of the bank is booked once, and all of it' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payments_are_sound BEFORE INSERT ON payments FOR EACH ROW EXECUTE FUNCTION refuse_unsound_payment();

CREATE FUNCTION refuse_unsound_allocation() RETURNS trigger
  LANGUAGE plpgsql AS $$
DECLARE
  payment payments;
  owed numeric;
  counted numeric;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('receivables', 0));
  SELECT * INTO STRICT payment FROM payments WHERE id = NEW.payment_id;
  SELECT gross INTO owed FROM documents WHERE id = NEW.document_id AND kind IN ('invoice', 'correction') AND side = 'customer';
  SELECT NEW.amount + coalesce(sum(amount), 0) INTO counted FROM payment_allocations WHERE document_id = NEW.document_id;
  IF owed IS NULL OR counted < 0 OR counted > owed OR sign(NEW.amount) <> sign(payment.amount) OR (NEW.amount > 0 AND is_taken_back(NEW.document_id)) THEN
    RAISE EXCEPTION 'no more counts for an invoice than is open on it' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  SELECT NEW.amount + coalesce(sum(amount), 0) INTO counted FROM payment_allocations WHERE payment_id = NEW.payment_id AND NOT is_taken_back(document_id);
  IF NEW.amount > 0 AND (counted > payment.amount OR EXISTS (SELECT FROM payments WHERE reverses_id = payment.id)) THEN
    RAISE EXCEPTION 'no more of a payment counts than came' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.amount < 0 AND (SELECT coalesce(sum(amount), 0) FROM payment_allocations WHERE document_id = NEW.document_id AND payment_id IN (payment.id, payment.reverses_id)) + NEW.amount <> 0 THEN
    RAISE EXCEPTION 'a reversal takes back all that counted' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_allocations_are_sound BEFORE INSERT ON payment_allocations FOR EACH ROW EXECUTE FUNCTION refuse_unsound_allocation();

CREATE FUNCTION refuse_change_of_what_was_booked() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was booked never changes' USING ERRCODE = 'integrity_constraint_violation';
END $$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['bank_statements', 'bank_entries', 'bank_entry_dismissals', 'payments', 'payment_allocations', 'base_rates', 'dunning_notes'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change_of_what_was_booked()', name || '_never_change', name);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY %I ON %I USING (app_is_staff())', name || '_for_staff', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO videodolmetschen_app', name);
  END LOOP;
END $$;
