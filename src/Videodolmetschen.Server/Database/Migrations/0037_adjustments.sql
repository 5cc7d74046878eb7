-- What an accepted dispute has changed of a service. The service stays as it was rated; reports and budgets add this to it.

CREATE TABLE service_adjustments (
  dispute_id uuid PRIMARY KEY REFERENCES line_disputes (id),
  service_id uuid NOT NULL REFERENCES rated_services (id),
  net numeric(12, 2) NOT NULL,
  programme_net numeric(12, 2) NOT NULL,
  adjusted_at timestamptz NOT NULL
);
CREATE INDEX service_adjustments_of_service ON service_adjustments (service_id);

CREATE FUNCTION keep_adjustment_of_accepted_dispute() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO service_adjustments (dispute_id, service_id, net, programme_net, adjusted_at)
  SELECT NEW.id, NEW.service_id,
    CASE WHEN NEW.is_withdrawn THEN -sum(net) ELSE sum(net) FILTER (WHERE number = NEW.correction_number) END,
    CASE WHEN NEW.is_withdrawn THEN -sum(coalesce(programme_net, 0)) ELSE 0 END,
    NEW.ended_at
  FROM billing_lines
  WHERE service_id = NEW.service_id;
  RETURN NULL;
END $$;
CREATE TRIGGER line_disputes_adjust AFTER UPDATE ON line_disputes FOR EACH ROW WHEN (OLD.state = 'open' AND NEW.state = 'accepted')
  EXECUTE FUNCTION keep_adjustment_of_accepted_dispute();
CREATE TRIGGER service_adjustments_never_change BEFORE UPDATE OR DELETE ON service_adjustments FOR EACH ROW EXECUTE FUNCTION refuse_change_of_what_was_billed();

ALTER TABLE service_adjustments ENABLE ROW LEVEL SECURITY;
ALTER TABLE service_adjustments FORCE ROW LEVEL SECURITY;
CREATE POLICY service_adjustments_for_staff ON service_adjustments USING (app_is_staff());
CREATE POLICY service_adjustments_of_own_customer ON service_adjustments FOR SELECT
  USING (EXISTS (SELECT FROM rated_services WHERE id = service_id AND side = 'customer' AND current_setting('app.customer', true) = customer_id::text));

GRANT SELECT, INSERT ON service_adjustments TO videodolmetschen_app;
