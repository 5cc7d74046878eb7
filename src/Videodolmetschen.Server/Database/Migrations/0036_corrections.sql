-- A corrected invoice (384) takes the place of the one that it corrects: it takes it back as a cancellation does, and its lines count anew.

DO $$
DECLARE
  name text;
BEGIN
  SELECT conname INTO STRICT name
  FROM pg_constraint
  WHERE conrelid = 'documents'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%cancels_id IS NOT NULL%';
  EXECUTE format('ALTER TABLE documents DROP CONSTRAINT %I', name);
END $$;
ALTER TABLE documents ADD CONSTRAINT documents_take_back_one
  CHECK ((kind IN ('cancellation', 'self_billed_cancellation', 'correction')) = (cancels_id IS NOT NULL));
ALTER TABLE documents ADD CONSTRAINT documents_correct_invoices CHECK (kind <> 'correction' OR side = 'customer');
COMMENT ON COLUMN documents.cancels_id IS 'the document that this one takes back; a correction stands in its place';
