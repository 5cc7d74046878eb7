-- What customers and their units may spend, and what has come of it. How far a budget is taken is no column: it follows from lines, conversations and appointments.

CREATE TABLE budgets (
  id uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customers (id),
  unit_id uuid,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
  from_day date NOT NULL,
  until_day date NOT NULL CHECK (until_day >= from_day),
  amount numeric(12, 2) NOT NULL CHECK (amount > 0),
  warn_at integer[] NOT NULL CHECK (cardinality(warn_at) <= 5 AND 1 <= ALL (warn_at) AND 100 >= ALL (warn_at)),
  stops boolean NOT NULL,
  contact text CHECK (length(contact) BETWEEN 1 AND 120),
  revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
  changed_by uuid NOT NULL REFERENCES users (id),
  changed_at timestamptz NOT NULL,
  FOREIGN KEY (customer_id, unit_id) REFERENCES units (customer_id, id)
);
COMMENT ON COLUMN budgets.unit_id IS 'NULL: of the customer as a whole';
COMMENT ON COLUMN budgets.amount IS 'euro, net';
COMMENT ON COLUMN budgets.contact IS 'an office that can be asked, no person';
CREATE INDEX budgets_by_customer ON budgets (customer_id, until_day);

-- A threshold is told once for one amount; an emergency that passed a budget used up is marked. Which request it was is nobody's concern here.
CREATE TABLE budget_events (
  id uuid PRIMARY KEY,
  budget_id uuid NOT NULL REFERENCES budgets (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('threshold', 'emergency')),
  percent integer NOT NULL CHECK (percent > 0),
  amount numeric(12, 2) NOT NULL,
  at timestamptz NOT NULL
);
COMMENT ON COLUMN budget_events.percent IS 'the threshold; for an emergency, how far the budget was taken';
CREATE UNIQUE INDEX budget_events_once ON budget_events (budget_id, percent, amount) WHERE kind = 'threshold';
CREATE INDEX budget_events_by_budget ON budget_events (budget_id, at);

-- The sum of a customer's lines without a visit to the rows.
CREATE INDEX rated_services_spent ON rated_services (customer_id, day) INCLUDE (unit_id, net, programme_net) WHERE side = 'customer';
DROP INDEX rated_services_by_customer;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['budgets', 'budget_events'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY %I ON %I USING (app_is_staff())', name || '_for_staff', name);
  END LOOP;
END $$;

GRANT SELECT, INSERT, UPDATE, DELETE ON budgets TO videodolmetschen_app;
GRANT SELECT, INSERT ON budget_events TO videodolmetschen_app;
