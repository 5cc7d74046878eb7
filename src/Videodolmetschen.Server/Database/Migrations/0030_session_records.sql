-- A signed record of a conversation, for the requester's own file. What it says is kept as it was signed: names and qualifications change later.

CREATE TABLE record_keys (
  id smallint PRIMARY KEY CHECK (id = 1),
  private_key bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE record_keys IS 'the one key that records are signed with (ECDSA P-256, PKCS #8): made once, by whichever node needs it first';

CREATE TABLE session_records (
  session_id uuid PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
  customer_id uuid NOT NULL REFERENCES customers (id),
  content text NOT NULL CHECK (length(content) <= 20000),
  signature bytea NOT NULL CHECK (length(signature) = 64),
  short_code text COLLATE "C" NOT NULL UNIQUE CHECK (short_code ~ '^[0-9A-HJKMNP-TV-Z]{20}$'),
  issued_at timestamptz NOT NULL
);
COMMENT ON COLUMN session_records.content IS 'exactly what was signed; goes with its session when that is due';
COMMENT ON COLUMN session_records.short_code IS 'follows from the signature: for whoever has paper and no camera';

CREATE FUNCTION refuse_record_change() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was signed, and the key it was signed with, is never changed' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER record_keys_stay BEFORE UPDATE OR DELETE ON record_keys FOR EACH ROW EXECUTE FUNCTION refuse_record_change();
CREATE TRIGGER session_records_stay BEFORE UPDATE ON session_records FOR EACH ROW EXECUTE FUNCTION refuse_record_change();

ALTER TABLE record_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE record_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_only ON record_keys USING (app_is_staff());
ALTER TABLE session_records ENABLE ROW LEVEL SECURITY;
ALTER TABLE session_records FORCE ROW LEVEL SECURITY;
CREATE POLICY session_records_of_own_customer ON session_records
  USING (current_setting('app.customer', true) IN ('*', customer_id::text));

GRANT SELECT, INSERT ON record_keys, session_records TO videodolmetschen_app;
