-- Rules of deletion for what had none: events and audit, which were append-only, standby, and whoever has left.

ALTER TABLE retention_proofs
  DROP CONSTRAINT retention_proofs_kind_check,
  ADD CONSTRAINT retention_proofs_kind_check CHECK (kind IN ('illness_absences', 'own_absences', 'imported_absences', 'asks', 'sign_ins', 'job_runs', 'notices', 'letters', 'guests',
    'request_references', 'appointment_references', 'appointments', 'conversations', 'dispatch_events', 'standby_offers', 'standby_shifts', 'certificates', 'former_accounts',
    'former_interpreters', 'audit_entries', 'rule_changes'));
ALTER TABLE legal_holds
  DROP CONSTRAINT legal_holds_kind_check,
  ADD CONSTRAINT legal_holds_kind_check CHECK (kind IN ('illness_absences', 'own_absences', 'imported_absences', 'asks', 'sign_ins', 'job_runs', 'notices', 'letters', 'guests',
    'request_references', 'appointment_references', 'appointments', 'conversations', 'dispatch_events', 'standby_offers', 'standby_shifts', 'certificates', 'former_accounts',
    'former_interpreters', 'audit_entries', 'rule_changes'));

-- What prices and rules were in force explains vouchers, and stays as long as books do.
CREATE FUNCTION is_change_of_rules(action text) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN action ~ '(policy|rules|contract|tariff)';
GRANT EXECUTE ON FUNCTION is_change_of_rules TO videodolmetschen_app;

-- Append-only means: nothing is changed, and nothing goes before it is due, by the database's own clock, also for the owner of the table.
CREATE FUNCTION refuse_early_deletion() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.at < now() - TG_ARGV[0]::interval THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'rows of % do not go before they are due', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

DROP TRIGGER dispatch_events_are_append_only ON dispatch_events;
CREATE TRIGGER dispatch_events_are_append_only BEFORE UPDATE ON dispatch_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER dispatch_events_go_when_due BEFORE DELETE ON dispatch_events
  FOR EACH ROW EXECUTE FUNCTION refuse_early_deletion('60 days');

DROP TRIGGER audit_entries_are_final ON audit_entries;
CREATE TRIGGER audit_entries_are_final BEFORE UPDATE OR TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_entries_go_when_due BEFORE DELETE ON audit_entries
  FOR EACH ROW WHEN (NOT is_change_of_rules(OLD.action)) EXECUTE FUNCTION refuse_early_deletion('3 years');
CREATE TRIGGER changes_of_rules_go_when_due BEFORE DELETE ON audit_entries
  FOR EACH ROW WHEN (is_change_of_rules(OLD.action)) EXECUTE FUNCTION refuse_early_deletion('10 years');

GRANT DELETE ON dispatch_events, audit_entries, standby_takes, standby_shifts, interpreter_preferences TO videodolmetschen_app;
CREATE POLICY dispatch_events_only_by_staff ON dispatch_events AS RESTRICTIVE FOR DELETE USING (app_is_staff());
CREATE POLICY staff_forgets ON audit_entries FOR DELETE USING (app_is_staff());
CREATE POLICY standby_takes_go_when_due ON standby_takes AS RESTRICTIVE FOR DELETE USING (
  state <> 'accepted' AND upper(during) < now() - CASE WHEN state = 'served' THEN interval '8 years' ELSE interval '120 days' END);
CREATE POLICY standby_shifts_go_when_due ON standby_shifts AS RESTRICTIVE FOR DELETE USING (ends_at < now() - interval '8 years');
