-- What was paid back of a credit. Nothing of it ever changes: a refund is reversed by another row, and never more goes back than is left.

CREATE TABLE refunds (
  id uuid PRIMARY KEY,
  key uuid NOT NULL UNIQUE,
  payment_id uuid NOT NULL REFERENCES payments (id),
  refunded_on date NOT NULL,
  amount numeric(14, 2) NOT NULL CHECK (amount <> 0),
  reference text NOT NULL CHECK (length(reference) BETWEEN 1 AND 140),
  reverses_id uuid UNIQUE REFERENCES refunds (id),
  reason text CHECK (reason IN ('mistake', 'returned')),
  booked_by uuid NOT NULL REFERENCES users (id),
  booked_at timestamptz NOT NULL,
  CHECK ((amount < 0) = (reverses_id IS NOT NULL)),
  CHECK ((reason IS NULL) = (reverses_id IS NULL))
);
CREATE INDEX refunds_of_payment ON refunds (payment_id);
COMMENT ON COLUMN refunds.reference IS 'what stands on the transfer: a number of a document, never anything about a person';

-- One place that says what is left of a payment; nothing of one that was reversed, or of a reversal.
CREATE FUNCTION credit_of(payment uuid) RETURNS numeric
  LANGUAGE sql STABLE AS $$
  SELECT p.amount
    - coalesce((SELECT sum(a.amount) FROM payment_allocations a WHERE a.payment_id = p.id AND NOT is_taken_back(a.document_id)), 0)
    - coalesce((SELECT sum(f.amount) FROM refunds f WHERE f.payment_id = p.id), 0)
  FROM payments p
  WHERE p.id = payment
    AND p.reverses_id IS NULL
    AND NOT EXISTS (SELECT FROM payments r WHERE r.reverses_id = p.id)
$$;
GRANT EXECUTE ON FUNCTION credit_of TO videodolmetschen_app;

CREATE FUNCTION refuse_unsound_refund() RETURNS trigger
  LANGUAGE plpgsql AS $$
DECLARE
  reversed refunds;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('receivables', 0));
  IF NEW.reverses_id IS NOT NULL THEN
    SELECT * INTO STRICT reversed FROM refunds WHERE id = NEW.reverses_id;
    IF reversed.reverses_id IS NOT NULL OR reversed.amount <> -NEW.amount OR reversed.payment_id <> NEW.payment_id THEN
      RAISE EXCEPTION 'a reversal takes back all of one refund' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  ELSIF NEW.amount > coalesce(credit_of(NEW.payment_id), 0) THEN
    RAISE EXCEPTION 'no more is paid back than is left' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER refunds_are_sound BEFORE INSERT ON refunds FOR EACH ROW EXECUTE FUNCTION refuse_unsound_refund();

-- What went back neither counts for an invoice nor goes back once more. Both run after the triggers that take the lock: they run by name.
CREATE FUNCTION refuse_use_of_what_was_refunded() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.amount > coalesce(credit_of(NEW.payment_id), 0) THEN
    RAISE EXCEPTION 'what was paid back counts for nothing' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_allocations_leave_refunds BEFORE INSERT ON payment_allocations FOR EACH ROW WHEN (NEW.amount > 0) EXECUTE FUNCTION refuse_use_of_what_was_refunded();

CREATE FUNCTION refuse_reversal_of_refunded_payment() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT coalesce(sum(amount), 0) FROM refunds WHERE payment_id = NEW.reverses_id) <> 0 THEN
    RAISE EXCEPTION 'what was paid back stays paid back' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payments_keep_refunds BEFORE INSERT ON payments FOR EACH ROW WHEN (NEW.reverses_id IS NOT NULL) EXECUTE FUNCTION refuse_reversal_of_refunded_payment();

CREATE TRIGGER refunds_never_change BEFORE UPDATE OR DELETE ON refunds FOR EACH ROW EXECUTE FUNCTION refuse_change_of_what_was_booked();
ALTER TABLE refunds ENABLE ROW LEVEL SECURITY;
ALTER TABLE refunds FORCE ROW LEVEL SECURITY;
CREATE POLICY refunds_for_staff ON refunds USING (app_is_staff());
GRANT SELECT, INSERT ON refunds TO videodolmetschen_app;
