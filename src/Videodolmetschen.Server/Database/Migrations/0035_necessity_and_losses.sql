-- Whether an appointment had to be at its time (§ 9 (6) JVEG), and the income that an interpreter has lost by a cancellation and declared (§ 9 (5) JVEG).

ALTER TABLE appointments ADD COLUMN is_necessary boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN appointments.is_necessary IS 'the ordering body has found that it had to be at this time';

-- Goes with its appointment.
CREATE TABLE declared_losses (
  appointment_id uuid PRIMARY KEY REFERENCES appointments (id) ON DELETE CASCADE,
  interpreter_id uuid NOT NULL REFERENCES interpreters (id),
  amount numeric(8, 2) NOT NULL CHECK (amount > 0),
  declared_at timestamptz NOT NULL
);

ALTER TABLE rated_services DROP CONSTRAINT rated_services_kind_check;
ALTER TABLE rated_services ADD CONSTRAINT rated_services_kind_check CHECK (kind IN ('session', 'appointment', 'cancellation', 'loss', 'standby'));

CREATE TRIGGER declared_losses_never_change BEFORE UPDATE ON declared_losses FOR EACH ROW EXECUTE FUNCTION refuse_change_of_what_was_billed();

ALTER TABLE declared_losses ENABLE ROW LEVEL SECURITY;
ALTER TABLE declared_losses FORCE ROW LEVEL SECURITY;
CREATE POLICY declared_losses_for_staff ON declared_losses USING (app_is_staff());

GRANT SELECT, INSERT ON declared_losses TO videodolmetschen_app;
