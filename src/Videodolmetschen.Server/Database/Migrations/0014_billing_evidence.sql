-- Browsers count how long media has flowed. Told before a restart and after it, that shows whether the clock was set meanwhile.

ALTER TABLE sessions
  ADD COLUMN requester_flows_since timestamptz,
  ADD COLUMN interpreter_flows_since timestamptz;
COMMENT ON COLUMN sessions.requester_flows_since IS 'since when media has come in at the requester, as its browser last said';
