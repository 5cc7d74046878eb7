-- Mails as rows: written in the transaction of what they tell, sent by a job. There is nothing of the end user in them.

CREATE TABLE mails (
  id uuid PRIMARY KEY,
  cause text COLLATE "C" NOT NULL UNIQUE CHECK (length(cause) BETWEEN 1 AND 200),
  kind text NOT NULL CHECK (kind ~ '^[a-z_]{1,40}$'),
  recipient_id uuid REFERENCES users (id),
  recipient_address text CHECK (length(recipient_address) BETWEEN 3 AND 254),
  subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 200 AND subject !~ '[[:cntrl:]]'),
  body_text text NOT NULL CHECK (length(body_text) <= 100000),
  body_html text NOT NULL CHECK (length(body_html) <= 200000),
  calendar text CHECK (length(calendar) <= 100000),
  calendar_method text CHECK (calendar_method IN ('request', 'cancel')),
  created_at timestamptz NOT NULL,
  not_before timestamptz NOT NULL,
  expires_at timestamptz CHECK (expires_at > not_before),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'given_up', 'expired', 'withdrawn')),
  attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  next_attempt_at timestamptz NOT NULL,
  message_id text CHECK (length(message_id) <= 300 AND message_id ~ '^[!-~]+$'),
  claimed_by uuid,
  claimed_until timestamptz,
  sent_at timestamptz,
  given_up_at timestamptz,
  last_error text CHECK (last_error ~ '^[a-z0-9_]{1,40}$'),
  CHECK (num_nonnulls(recipient_id, recipient_address) >= 1),
  CHECK ((calendar IS NULL) = (calendar_method IS NULL)),
  CHECK ((claimed_by IS NULL) = (claimed_until IS NULL)),
  CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
  CHECK ((state = 'given_up') = (given_up_at IS NOT NULL)),
  CHECK (state <> 'sent' OR message_id IS NOT NULL),
  CHECK (state <> 'expired' OR expires_at IS NOT NULL)
);
COMMENT ON COLUMN mails.cause IS 'what the mail is about and whom it is for: one cause mails one person once';
COMMENT ON COLUMN mails.recipient_id IS 'the address of the account at the moment of sending; recipient_address goes before it';
COMMENT ON COLUMN mails.claimed_until IS 'until then the row is the sender''s that took it; afterwards anybody''s';
COMMENT ON COLUMN mails.last_error IS 'a code: answers of mail servers name addresses';
CREATE INDEX mails_waiting ON mails (next_attempt_at) WHERE state = 'waiting';
CREATE INDEX mails_waiting_to_expire ON mails (expires_at) WHERE state = 'waiting';
CREATE INDEX mails_by_time ON mails (created_at DESC, id DESC);
CREATE INDEX mails_by_state ON mails (state, created_at DESC, id DESC);

-- What is said to people is final, and so is that it was said.
CREATE FUNCTION refuse_mail_change() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'sent' THEN
    RAISE EXCEPTION 'a mail that was sent is never changed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (NEW.cause, NEW.kind, NEW.subject, NEW.body_text, NEW.body_html, NEW.created_at) IS DISTINCT FROM
     (OLD.cause, OLD.kind, OLD.subject, OLD.body_text, OLD.body_html, OLD.created_at)
    OR (NEW.recipient_id, NEW.recipient_address, NEW.calendar) IS DISTINCT FROM (OLD.recipient_id, OLD.recipient_address, OLD.calendar)
    OR (OLD.message_id IS NOT NULL AND NEW.message_id IS DISTINCT FROM OLD.message_id) THEN
    RAISE EXCEPTION 'a mail is never rewritten' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER mails_stay_as_written BEFORE UPDATE ON mails FOR EACH ROW EXECUTE FUNCTION refuse_mail_change();

-- Whoever books causes mails to others, and reads none of them.
ALTER TABLE mails ENABLE ROW LEVEL SECURITY;
ALTER TABLE mails FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody_writes ON mails FOR INSERT WITH CHECK (true);
CREATE POLICY staff_reads ON mails FOR SELECT USING (app_is_staff());
CREATE POLICY staff_changes ON mails FOR UPDATE USING (app_is_staff());

GRANT SELECT, INSERT, UPDATE ON mails TO videodolmetschen_app;
