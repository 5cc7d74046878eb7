-- Tariffs as versions, who has which, and the billing lines that come of them. A version by which something was billed never changes; a line never does.

CREATE TABLE tariffs (
  id uuid PRIMARY KEY,
  family text NOT NULL CHECK (family ~ '^[a-z][a-z0-9-]{0,59}$'),
  side text NOT NULL CHECK (side IN ('customer', 'interpreter')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  valid_from date NOT NULL,
  valid_until date CHECK (valid_until >= valid_from),
  content jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'),
  revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
  changed_by uuid REFERENCES users (id),
  changed_at timestamptz NOT NULL,
  UNIQUE (family, valid_from),
  UNIQUE (id, side)
);
COMMENT ON COLUMN tariffs.changed_by IS 'NULL: came with the program';

-- Of several that hold, the one with a customer or an interpreter goes before the one for all, and of those the last that had begun.
CREATE TABLE tariff_assignments (
  id uuid PRIMARY KEY,
  side text NOT NULL CHECK (side IN ('customer', 'interpreter')),
  customer_id uuid REFERENCES customers (id),
  interpreter_id uuid REFERENCES interpreters (id),
  family text NOT NULL,
  valid_from date NOT NULL,
  changed_by uuid REFERENCES users (id),
  changed_at timestamptz NOT NULL,
  CHECK (customer_id IS NULL OR side = 'customer'),
  CHECK (interpreter_id IS NULL OR side = 'interpreter')
);
CREATE INDEX tariff_assignments_in_order ON tariff_assignments (side, customer_id, interpreter_id, valid_from);

-- What was rated, with the outcome: a service without lines is done, too.
CREATE TABLE rated_services (
  id uuid PRIMARY KEY,
  side text NOT NULL CHECK (side IN ('customer', 'interpreter')),
  kind text NOT NULL CHECK (kind IN ('session', 'appointment', 'cancellation', 'standby')),
  source_id uuid NOT NULL,
  interpreter_id uuid REFERENCES interpreters (id),
  customer_id uuid REFERENCES customers (id),
  unit_id uuid REFERENCES units (id),
  language text CHECK (language ~ '^[a-z]{3}$'),
  modality text CHECK (modality IN ('video', 'audio')),
  served_from timestamptz NOT NULL,
  served_until timestamptz NOT NULL CHECK (served_until >= served_from),
  day date NOT NULL,
  tariff_id uuid NOT NULL,
  net numeric(12, 2) NOT NULL CHECK (net >= 0),
  programme_net numeric(12, 2) NOT NULL CHECK (programme_net >= 0),
  rated_at timestamptz NOT NULL,
  FOREIGN KEY (tariff_id, side) REFERENCES tariffs (id, side),
  UNIQUE NULLS NOT DISTINCT (side, kind, source_id, interpreter_id),
  CHECK ((side = 'interpreter') = (interpreter_id IS NOT NULL)),
  CHECK (side = 'interpreter' OR unit_id IS NOT NULL),
  CHECK ((customer_id IS NULL) = (kind = 'standby'))
);
COMMENT ON COLUMN rated_services.source_id IS 'the session (for interpreters the stint), the appointment or the standby shift';
CREATE INDEX rated_services_by_customer ON rated_services (customer_id, day) WHERE side = 'customer';
CREATE INDEX rated_services_by_interpreter ON rated_services (interpreter_id, day) WHERE side = 'interpreter';

CREATE TABLE billing_lines (
  service_id uuid NOT NULL REFERENCES rated_services (id),
  number integer NOT NULL CHECK (number BETWEEN 1 AND 99),
  kind text NOT NULL CHECK (kind IN ('service', 'surcharge', 'unused_time', 'delay', 'no_show', 'cancellation', 'standby')),
  rule text NOT NULL CHECK (length(rule) BETWEEN 1 AND 80),
  quantity numeric NOT NULL CHECK (quantity <> 0),
  unit text NOT NULL CHECK (unit IN ('minute', 'hour', 'one')),
  unit_price numeric NOT NULL CHECK (unit_price >= 0),
  net numeric(12, 2) NOT NULL CHECK (net = round(quantity * unit_price, 2)),
  vat text NOT NULL CHECK (vat IN ('standard', 'small_business', 'sign_language_exempt', 'reverse_charge', 'not_taxable')),
  explanation text NOT NULL CHECK (length(explanation) BETWEEN 1 AND 500),
  programme_key text,
  programme_unit_price numeric,
  programme_net numeric(12, 2),
  PRIMARY KEY (service_id, number),
  UNIQUE (service_id, rule),
  CHECK ((programme_key IS NULL) = (programme_unit_price IS NULL)),
  CHECK ((programme_key IS NULL) = (programme_net IS NULL))
);
COMMENT ON COLUMN billing_lines.explanation IS 'a German sentence of fixed words; nothing about anybody';

CREATE FUNCTION refuse_change_of_used_tariff() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM rated_services WHERE tariff_id = OLD.id) THEN
    RAISE EXCEPTION 'a tariff by which something was billed never changes' USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'tariffs_stay_once_used';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER tariffs_stay_once_used BEFORE UPDATE OR DELETE ON tariffs FOR EACH ROW EXECUTE FUNCTION refuse_change_of_used_tariff();
CREATE INDEX rated_services_by_tariff ON rated_services (tariff_id);

CREATE FUNCTION refuse_change_of_what_was_billed() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was rated never changes' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER rated_services_never_change BEFORE UPDATE OR DELETE ON rated_services FOR EACH ROW EXECUTE FUNCTION refuse_change_of_what_was_billed();
CREATE TRIGGER billing_lines_never_change BEFORE UPDATE OR DELETE ON billing_lines FOR EACH ROW EXECUTE FUNCTION refuse_change_of_what_was_billed();

ALTER TABLE tariffs ENABLE ROW LEVEL SECURITY;
ALTER TABLE tariffs FORCE ROW LEVEL SECURITY;
CREATE POLICY tariffs_for_staff ON tariffs USING (app_is_staff());
ALTER TABLE tariff_assignments ENABLE ROW LEVEL SECURITY;
ALTER TABLE tariff_assignments FORCE ROW LEVEL SECURITY;
CREATE POLICY tariff_assignments_for_staff ON tariff_assignments USING (app_is_staff());
ALTER TABLE rated_services ENABLE ROW LEVEL SECURITY;
ALTER TABLE rated_services FORCE ROW LEVEL SECURITY;
CREATE POLICY rated_services_for_staff ON rated_services USING (app_is_staff());
CREATE POLICY rated_services_of_own_customer ON rated_services FOR SELECT
  USING (side = 'customer' AND current_setting('app.customer', true) = customer_id::text);
ALTER TABLE billing_lines ENABLE ROW LEVEL SECURITY;
ALTER TABLE billing_lines FORCE ROW LEVEL SECURITY;
CREATE POLICY billing_lines_for_staff ON billing_lines USING (app_is_staff());
CREATE POLICY billing_lines_of_own_customer ON billing_lines FOR SELECT
  USING (EXISTS (SELECT FROM rated_services WHERE id = service_id AND side = 'customer' AND current_setting('app.customer', true) = customer_id::text));

GRANT SELECT, INSERT, UPDATE, DELETE ON tariffs TO videodolmetschen_app;
GRANT SELECT, INSERT ON tariff_assignments, rated_services, billing_lines TO videodolmetschen_app;
