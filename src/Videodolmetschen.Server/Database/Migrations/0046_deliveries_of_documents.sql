-- That a Gutschrift was handed over (§ 14 (2) UStG): the mail that announced it is forgotten one day, this is not.

CREATE TABLE document_deliveries (
  document_id uuid NOT NULL REFERENCES documents (id),
  channel text NOT NULL CHECK (channel IN ('mail', 'pdf', 'xml')),
  user_id uuid NOT NULL REFERENCES users (id),
  at timestamptz NOT NULL,
  PRIMARY KEY (document_id, channel)
);
COMMENT ON COLUMN document_deliveries.channel IS 'announced by mail, or fetched behind the sign-in as one of the files; the first time counts';
COMMENT ON COLUMN document_deliveries.user_id IS 'to whom, or by whom: an account of the interpreter';

-- In the transaction that notes that the mail server has taken the mail.
CREATE FUNCTION note_announced_document() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO document_deliveries (document_id, channel, user_id, at)
  SELECT d.id, 'mail', NEW.recipient_id, NEW.sent_at
  FROM documents d
  WHERE d.id = substring(NEW.cause FROM '^document:([0-9a-f-]{36}):issued:')::uuid
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER mails_announce_documents AFTER UPDATE OF state ON mails FOR EACH ROW
  WHEN (NEW.state = 'sent' AND NEW.kind IN ('document_issued', 'document_cancelled') AND NEW.recipient_id IS NOT NULL) EXECUTE FUNCTION note_announced_document();

SELECT set_config('app.customer', '*', true);
INSERT INTO document_deliveries (document_id, channel, user_id, at)
SELECT DISTINCT ON (d.id) d.id, 'mail', m.recipient_id, m.sent_at
FROM mails m
JOIN documents d ON d.id = substring(m.cause FROM '^document:([0-9a-f-]{36}):issued:')::uuid
WHERE m.state = 'sent'
  AND m.kind IN ('document_issued', 'document_cancelled')
  AND m.recipient_id IS NOT NULL
ORDER BY d.id, m.sent_at;

CREATE TRIGGER document_deliveries_never_change BEFORE UPDATE OR DELETE ON document_deliveries FOR EACH ROW EXECUTE FUNCTION refuse_change_of_what_was_issued();
ALTER TABLE document_deliveries ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_deliveries FORCE ROW LEVEL SECURITY;
CREATE POLICY document_deliveries_for_staff ON document_deliveries USING (app_is_staff());
GRANT SELECT, INSERT ON document_deliveries TO videodolmetschen_app;
