-- The rules of dispatch as coordinators have set them. No row: the defaults of the configuration hold.
-- Values are jsonb, name to whole number, so that a number that a later release adds starts with its default.

CREATE FUNCTION are_policy_values(given jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN jsonb_typeof(given) = 'object'
    AND NOT jsonb_path_exists(given, '$.* ? (@.type() != "number" || @ < 1 || @ > 86400)')
    AND coalesce((given ->> 'offerLife')::numeric <= (given ->> 'unservedAfter')::numeric, false)
    AND coalesce((given ->> 'firstWaveAlone')::numeric <= (given ->> 'everybodyAfter')::numeric, false)
    AND coalesce((given ->> 'wrapUp')::numeric <= (given ->> 'wrapUpAtMost')::numeric, false);

CREATE TABLE dispatch_policy (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  version integer NOT NULL CHECK (version > 0),
  policy jsonb NOT NULL CHECK (are_policy_values(policy)),
  changed_by uuid NOT NULL REFERENCES users (id),
  changed_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE dispatch_policy IS 'one row; earlier values stand in audit_entries, subject dispatch_policy';

ALTER TABLE dispatch_policy ENABLE ROW LEVEL SECURITY;
ALTER TABLE dispatch_policy FORCE ROW LEVEL SECURITY;
CREATE POLICY dispatch_policy_for_staff ON dispatch_policy USING (app_is_staff());

GRANT SELECT, INSERT, UPDATE ON dispatch_policy TO videodolmetschen_app;
