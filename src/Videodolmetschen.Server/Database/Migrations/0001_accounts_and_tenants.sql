-- Who may do what, and which customer sees which row. Runs on PostgreSQL 15 to 18.
-- The application works as videodolmetschen_app: it owns nothing, may not alter anything, and row-level security holds
-- for it. Every transaction names its scope in app.customer: a customer's id, or '*' for our own staff and system.
-- No scope, no rows. The Migrator makes the role; this block serves a database that is migrated by hand.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'videodolmetschen_app') THEN
    CREATE ROLE videodolmetschen_app NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- another database of this cluster made it at the same moment
END
$$;

GRANT USAGE ON SCHEMA public TO videodolmetschen_app;

-- The one rule of tenancy. NULL belongs to no customer and is seen by staff only.
CREATE FUNCTION app_sees(customer uuid) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN current_setting('app.customer', true) IN ('*', customer::text);

CREATE FUNCTION app_is_staff() RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('app.customer', true) = '*', false);

CREATE FUNCTION refuse_audit_change() RETURNS trigger
  LANGUAGE plpgsql
  AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: its rows are final', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

-- Customers and their units

CREATE TABLE customers (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  kind text NOT NULL CHECK (kind IN ('authority', 'district', 'clinic')),
  land text NOT NULL CHECK (land IN ('BW', 'BY', 'BE', 'BB', 'HB', 'HH', 'HE', 'MV', 'NI', 'NW', 'RP', 'SL', 'SN', 'ST', 'SH', 'TH')),
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE units (
  id uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customers (id),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  cost_centre text NOT NULL CHECK (length(cost_centre) BETWEEN 1 AND 40),
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (customer_id, id),
  UNIQUE (customer_id, name)
);

-- Interpreters

CREATE TABLE interpreters (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE CHECK (number ~ '^D-[0-9]{4,6}$'),
  display_name text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 200),
  gender text NOT NULL CHECK (gender IN ('female', 'male', 'diverse')),
  country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
  section_203_until date,
  created_at timestamptz NOT NULL DEFAULT now(),
  left_at timestamptz
);
COMMENT ON COLUMN interpreters.number IS 'what a session record shows instead of the name';
COMMENT ON COLUMN interpreters.section_203_until IS 'last valid day in Berlin; NULL: no obligation signed, so no clinic';
COMMENT ON COLUMN interpreters.country IS 'place of work, ISO 3166-1 alpha-2: decides VAT and processing abroad';

CREATE TABLE interpreter_languages (
  interpreter_id uuid NOT NULL REFERENCES interpreters (id),
  language text NOT NULL CHECK (language ~ '^[a-z]{3}$'),
  level smallint NOT NULL CHECK (level BETWEEN 1 AND 6),
  to_german boolean NOT NULL DEFAULT true,
  from_german boolean NOT NULL DEFAULT true,
  varieties text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (interpreter_id, language),
  CHECK (to_german OR from_german)
);
CREATE INDEX interpreter_languages_by_language ON interpreter_languages (language, level);
COMMENT ON COLUMN interpreter_languages.language IS 'individual ISO 639-3 code, never a group such as kur';
COMMENT ON COLUMN interpreter_languages.level IS
  '1 sworn, 2 state-examined or degree, 3 certified SprInt, 4 qualified community interpreter, 5 short course, 6 none';

CREATE TABLE oaths (
  interpreter_id uuid NOT NULL REFERENCES interpreters (id),
  language text NOT NULL CHECK (language ~ '^[a-z]{3}$'),
  authority text NOT NULL CHECK (length(authority) BETWEEN 1 AND 200),
  basis text NOT NULL CHECK (basis IN ('federal', 'land')),
  valid_until date NOT NULL,
  renewal_applied_at date,
  PRIMARY KEY (interpreter_id, language, authority)
);
COMMENT ON COLUMN oaths.renewal_applied_at IS 'a pending application keeps an oath alive under the GDolmG only (§ 7)';

CREATE TABLE interpreter_fields (
  interpreter_id uuid NOT NULL REFERENCES interpreters (id),
  field text NOT NULL
    CHECK (field IN ('immigration', 'asylum', 'health', 'mental_health', 'social', 'school', 'police_courts')),
  PRIMARY KEY (interpreter_id, field)
);

CREATE TABLE conflicts (
  interpreter_id uuid NOT NULL REFERENCES interpreters (id),
  customer_id uuid NOT NULL REFERENCES customers (id),
  blocked_by text NOT NULL CHECK (blocked_by IN ('interpreter', 'customer')),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (interpreter_id, customer_id, blocked_by)
);
CREATE INDEX conflicts_by_customer ON conflicts (customer_id);

-- Accounts: the tables of ASP.NET Core Identity, by hand

CREATE TABLE users (
  id uuid PRIMARY KEY,
  user_name text NOT NULL,
  normalized_user_name text NOT NULL UNIQUE,
  email text NOT NULL CHECK (length(email) <= 254),
  normalized_email text NOT NULL UNIQUE,
  email_confirmed boolean NOT NULL DEFAULT false,
  password_hash text,
  security_stamp text NOT NULL,
  concurrency_stamp text NOT NULL,
  two_factor_enabled boolean NOT NULL DEFAULT false,
  display_name text NOT NULL CHECK (length(display_name) BETWEEN 1 AND 200),
  customer_id uuid REFERENCES customers (id),
  unit_id uuid,
  interpreter_id uuid UNIQUE REFERENCES interpreters (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  disabled_at timestamptz,
  FOREIGN KEY (customer_id, unit_id) REFERENCES units (customer_id, id),
  CHECK (unit_id IS NULL OR customer_id IS NOT NULL),
  CHECK (interpreter_id IS NULL OR customer_id IS NULL)
);
CREATE INDEX users_by_customer ON users (customer_id, unit_id);

CREATE TABLE roles (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (name IN ('requester', 'interpreter', 'coordinator', 'administrator')),
  normalized_name text NOT NULL UNIQUE,
  concurrency_stamp text
);
INSERT INTO roles (id, name, normalized_name) VALUES
  ('00000000-0000-4000-8000-000000000001', 'requester', 'REQUESTER'),
  ('00000000-0000-4000-8000-000000000002', 'interpreter', 'INTERPRETER'),
  ('00000000-0000-4000-8000-000000000003', 'coordinator', 'COORDINATOR'),
  ('00000000-0000-4000-8000-000000000004', 'administrator', 'ADMINISTRATOR');

CREATE TABLE user_roles (
  user_id uuid NOT NULL REFERENCES users (id),
  role_id uuid NOT NULL REFERENCES roles (id),
  PRIMARY KEY (user_id, role_id)
);
CREATE INDEX user_roles_by_role ON user_roles (role_id);

CREATE TABLE user_claims (
  id integer GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users (id),
  claim_type text,
  claim_value text
);
CREATE INDEX user_claims_by_user ON user_claims (user_id);

CREATE TABLE role_claims (
  id integer GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  role_id uuid NOT NULL REFERENCES roles (id),
  claim_type text,
  claim_value text
);
CREATE INDEX role_claims_by_role ON role_claims (role_id);

CREATE TABLE user_logins (
  login_provider text NOT NULL,
  provider_key text NOT NULL,
  provider_display_name text,
  user_id uuid NOT NULL REFERENCES users (id),
  PRIMARY KEY (login_provider, provider_key)
);
CREATE INDEX user_logins_by_user ON user_logins (user_id);

CREATE TABLE user_tokens (
  user_id uuid NOT NULL REFERENCES users (id),
  login_provider text NOT NULL,
  name text NOT NULL,
  value text,
  PRIMARY KEY (user_id, login_provider, name)
);

-- A cookie names a sign-in, so signing out ends it on the server and a copied cookie is worth nothing.
CREATE TABLE sign_ins (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users (id),
  security_stamp text NOT NULL,
  started_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  CHECK (expires_at > started_at)
);
CREATE INDEX sign_ins_unfinished_by_user ON sign_ins (user_id) WHERE ended_at IS NULL;
CREATE INDEX sign_ins_by_expiry ON sign_ins (expires_at);

-- Counted for known and unknown addresses alike, under a hash: nothing here tells whether an account exists.
CREATE TABLE sign_in_attempts (
  key text PRIMARY KEY CHECK (length(key) <= 100),
  attempts integer NOT NULL CHECK (attempts >= 0),
  window_until timestamptz NOT NULL
);
CREATE INDEX sign_in_attempts_by_window ON sign_in_attempts (window_until);

CREATE TABLE data_protection_keys (
  friendly_name text PRIMARY KEY,
  xml text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- Audit: append only

CREATE TABLE audit_entries (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  actor uuid,
  action text NOT NULL CHECK (action ~ '^[a-z][a-z_.]{1,60}$'),
  subject text NOT NULL,
  details jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_entries_by_subject ON audit_entries (subject, id);
CREATE INDEX audit_entries_by_time ON audit_entries (at);
COMMENT ON COLUMN audit_entries.actor IS 'the user; NULL: the service itself or a command on the machine';
CREATE TRIGGER audit_entries_are_final BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

-- Row-level security, forced: it holds for the owner of the tables too

ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
ALTER TABLE customers FORCE ROW LEVEL SECURITY;
CREATE POLICY own_customer ON customers USING (app_sees(id));

ALTER TABLE units ENABLE ROW LEVEL SECURITY;
ALTER TABLE units FORCE ROW LEVEL SECURITY;
CREATE POLICY own_customer ON units USING (app_sees(customer_id));

ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE users FORCE ROW LEVEL SECURITY;
CREATE POLICY own_customer ON users USING (app_sees(customer_id));

-- That an interpreter avoids a customer is nothing the customer may learn.
ALTER TABLE conflicts ENABLE ROW LEVEL SECURITY;
ALTER TABLE conflicts FORCE ROW LEVEL SECURITY;
CREATE POLICY own_customer ON conflicts
  USING (app_is_staff() OR (app_sees(customer_id) AND blocked_by = 'customer'));

ALTER TABLE audit_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_entries FORCE ROW LEVEL SECURITY;
CREATE POLICY everybody_is_recorded ON audit_entries FOR INSERT WITH CHECK (true);
CREATE POLICY staff_reads ON audit_entries FOR SELECT USING (app_is_staff());

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['user_roles', 'user_claims', 'user_logins', 'user_tokens',
    'sign_ins', 'sign_in_attempts', 'data_protection_keys']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY staff_only ON %I USING (app_is_staff())', name);
  END LOOP;
END
$$;

-- Exactly what the application does, and no more

GRANT SELECT, INSERT, UPDATE ON customers, units, interpreters, users, sign_ins TO videodolmetschen_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON interpreter_languages, oaths, interpreter_fields, conflicts, user_roles,
  user_claims, user_logins, user_tokens, sign_in_attempts TO videodolmetschen_app;
GRANT DELETE ON sign_ins TO videodolmetschen_app;
GRANT SELECT ON roles, role_claims TO videodolmetschen_app;
GRANT SELECT, INSERT ON data_protection_keys, audit_entries TO videodolmetschen_app;
