-- Several nodes on one database: who decides (dispatch_lease), who is there (nodes), what they tell each other (node_messages).

-- One row. Its epoch counts take-overs; every write of the dispatcher names the epoch it holds and fails when that is no longer the one.
CREATE TABLE dispatch_lease (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  epoch bigint NOT NULL UNIQUE CHECK (epoch > 0 AND epoch < 2097152),
  holder uuid,
  taken_at timestamptz NOT NULL,
  renewed_at timestamptz NOT NULL
);
COMMENT ON COLUMN dispatch_lease.epoch IS 'below 2^21: the upper bits of a revision, which browsers read as a double';
COMMENT ON COLUMN dispatch_lease.holder IS 'the node that decides; null once it was given up';
INSERT INTO dispatch_lease (epoch, taken_at, renewed_at) VALUES (1, now(), now());

CREATE FUNCTION refuse_epoch_going_back() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.epoch < OLD.epoch THEN
    RAISE EXCEPTION 'the epoch of the dispatch lease never goes back' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER dispatch_lease_goes_on BEFORE UPDATE ON dispatch_lease FOR EACH ROW EXECUTE FUNCTION refuse_epoch_going_back();

-- The holder keeps an advisory lock for its own epoch on a session of its own. Whoever gets that lock knows that the session is
-- gone; a holder that is frozen keeps it, so the lease also runs out when it was not renewed. Fencing makes both ways safe.
CREATE FUNCTION take_dispatch_lease(node uuid, runs_out_after interval, OUT held_epoch bigint, OUT held_by uuid, OUT taken boolean)
  LANGUAGE plpgsql AS $$
DECLARE
  lock_class CONSTANT integer := 22084;
  seen dispatch_lease;
  is_free boolean;
BEGIN
  SELECT * INTO STRICT seen FROM dispatch_lease;
  held_epoch := seen.epoch;
  held_by := seen.holder;
  taken := false;
  is_free := seen.holder IS NULL OR clock_timestamp() - seen.renewed_at > runs_out_after;
  IF NOT is_free AND pg_try_advisory_lock(lock_class, seen.epoch::integer) THEN
    PERFORM pg_advisory_unlock(lock_class, seen.epoch::integer);
    is_free := true;
  END IF;
  IF NOT is_free OR NOT pg_try_advisory_lock(lock_class, seen.epoch::integer + 1) THEN
    RETURN;
  END IF;
  -- Waits for a batch of the former holder that is being stored right now: epoch is a key, and the batch holds it FOR KEY SHARE.
  UPDATE dispatch_lease
  SET epoch = seen.epoch + 1, holder = node, taken_at = clock_timestamp(), renewed_at = clock_timestamp()
  WHERE epoch = seen.epoch;
  taken := FOUND;
  IF taken THEN
    held_epoch := seen.epoch + 1;
    held_by := node;
  ELSE
    PERFORM pg_advisory_unlock(lock_class, seen.epoch::integer + 1);
  END IF;
END $$;

CREATE FUNCTION give_up_dispatch_lease(held_epoch bigint) RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  UPDATE dispatch_lease SET holder = NULL WHERE epoch = held_epoch;
  PERFORM pg_advisory_unlock(22084, held_epoch::integer);
END $$;

-- First statement of every transaction of the dispatcher: works for staff, and only while the epoch holds.
CREATE FUNCTION begin_dispatch(held_epoch bigint) RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.customer', '*', true);
  PERFORM FROM dispatch_lease WHERE epoch = held_epoch FOR KEY SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the dispatch lease has passed on' USING ERRCODE = 'VDL01';
  END IF;
END $$;

-- Both are worth nothing after a crash of the database: nodes say again that they are there, and read the live tables anew.
CREATE UNLOGGED TABLE nodes (
  id uuid PRIMARY KEY,
  started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  last_sent bigint NOT NULL CHECK (last_sent >= 0)
);

CREATE UNLOGGED TABLE node_messages (
  sender uuid NOT NULL,
  number bigint NOT NULL CHECK (number > 0),
  sent_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  messages text NOT NULL,
  PRIMARY KEY (sender, number)
);
COMMENT ON TABLE node_messages IS 'kept for seconds, so that a node that missed a notification finds them; never in a backup';

ALTER TABLE dispatch_lease ENABLE ROW LEVEL SECURITY;
ALTER TABLE dispatch_lease FORCE ROW LEVEL SECURITY;
CREATE POLICY dispatch_lease_for_staff ON dispatch_lease USING (app_is_staff());
ALTER TABLE nodes ENABLE ROW LEVEL SECURITY;
ALTER TABLE nodes FORCE ROW LEVEL SECURITY;
CREATE POLICY nodes_for_staff ON nodes USING (app_is_staff());
ALTER TABLE node_messages ENABLE ROW LEVEL SECURITY;
ALTER TABLE node_messages FORCE ROW LEVEL SECURITY;
CREATE POLICY node_messages_for_staff ON node_messages USING (app_is_staff());

GRANT SELECT, UPDATE ON dispatch_lease TO videodolmetschen_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON nodes, node_messages TO videodolmetschen_app;
