-- What a customer pays counts for that customer's invoices only: for another's it would be a payment that nobody asked for, and the debtor's account would lie.
-- Only what is added from now on; what was booked before can still be reversed. It runs after the trigger that takes the lock: they run by name.

CREATE FUNCTION refuse_payment_of_another_customer() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT customer_id FROM payments WHERE id = NEW.payment_id) IS DISTINCT FROM (SELECT customer_id FROM documents WHERE id = NEW.document_id) THEN
    RAISE EXCEPTION 'a payment counts for invoices of its own customer' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_allocations_of_one_customer BEFORE INSERT ON payment_allocations FOR EACH ROW WHEN (NEW.amount > 0) EXECUTE FUNCTION refuse_payment_of_another_customer();

-- Tax arises with the month of the service (§ 13 (1) Nr. 1 a UStG), and a document may have lines of several. What is in the table follows from the documents and is filled anew before it is used.
TRUNCATE document_taxes;
ALTER TABLE document_taxes
  ADD COLUMN until_day date NOT NULL,
  DROP CONSTRAINT document_taxes_pkey,
  ADD PRIMARY KEY (document_id, treatment, until_day);
COMMENT ON COLUMN document_taxes.until_day IS 'the last day of service in its month: one row for each month of a document';
CREATE INDEX document_taxes_by_day ON document_taxes (until_day);
