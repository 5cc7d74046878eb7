-- Background jobs: what each did last, and what it did that is worth remembering. When they run is the job engine's affair; its own
-- tables live in a schema of their own, which the engine creates as the owner.

CREATE TABLE job_states (
  job text PRIMARY KEY CHECK (job ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  watched_since timestamptz NOT NULL,
  started_at timestamptz,
  finished_at timestamptz,
  succeeded_at timestamptz,
  outcome text CHECK (outcome IN ('running', 'done', 'failed')),
  row_count integer CHECK (row_count >= 0),
  error text CHECK (length(error) BETWEEN 1 AND 200),
  failures_in_a_row integer NOT NULL DEFAULT 0 CHECK (failures_in_a_row >= 0),
  CHECK ((outcome IS NULL) = (started_at IS NULL)),
  CHECK ((outcome = 'failed') = (error IS NOT NULL) OR outcome IS NULL),
  CHECK (outcome = 'running' OR outcome IS NULL OR finished_at >= started_at)
);

-- Runs that changed something, failed, or were asked for by hand: a sweep that finds nothing every twenty seconds leaves no row.
CREATE TABLE job_runs (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  job text NOT NULL REFERENCES job_states (job) ON DELETE CASCADE,
  asked_by uuid REFERENCES users (id),
  started_at timestamptz NOT NULL,
  finished_at timestamptz NOT NULL CHECK (finished_at >= started_at),
  outcome text NOT NULL CHECK (outcome IN ('done', 'failed')),
  row_count integer NOT NULL CHECK (row_count >= 0),
  error text CHECK (length(error) BETWEEN 1 AND 200),
  CHECK ((outcome = 'failed') = (error IS NOT NULL))
);
CREATE INDEX job_runs_by_job ON job_runs (job, id DESC);
CREATE INDEX job_runs_by_age ON job_runs (finished_at);

-- Only staff and the service itself read them: what a job did may concern any customer.
ALTER TABLE job_states ENABLE ROW LEVEL SECURITY;
ALTER TABLE job_states FORCE ROW LEVEL SECURITY;
CREATE POLICY job_states_for_staff ON job_states USING (current_setting('app.customer', true) = '*');
ALTER TABLE job_runs ENABLE ROW LEVEL SECURITY;
ALTER TABLE job_runs FORCE ROW LEVEL SECURITY;
CREATE POLICY job_runs_for_staff ON job_runs USING (current_setting('app.customer', true) = '*');

GRANT SELECT, INSERT, UPDATE, DELETE ON job_states TO videodolmetschen_app;
GRANT SELECT, INSERT, DELETE ON job_runs TO videodolmetschen_app;

CREATE SCHEMA quartz;
GRANT USAGE ON SCHEMA quartz TO videodolmetschen_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA quartz GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO videodolmetschen_app;
