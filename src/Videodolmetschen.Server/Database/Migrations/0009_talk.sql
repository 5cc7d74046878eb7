-- Rules around the session: quality complaints, checks whether anybody is still there, a second life for an offer.

ALTER TABLE requests
  ADD COLUMN excluded uuid[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT requests_exclude_only_after_a_complaint CHECK (cardinality(excluded) = 0 OR place_since IS NOT NULL);
COMMENT ON COLUMN requests.place_since IS 'the older place in line, of the request that it was called back for or that led to a complaint; NULL: requested_at';
COMMENT ON COLUMN requests.excluded IS 'interpreters about whom the requester has just complained';

ALTER TABLE offers ADD COLUMN extended boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN offers.extended IS 'the interpreter asked for more time, which is given once';

ALTER TABLE sessions DROP CONSTRAINT sessions_end_reason_check;
ALTER TABLE sessions ADD CONSTRAINT sessions_end_reason_check CHECK (end_reason IN ('hang_up_requester', 'hang_up_interpreter', 'ended_by_coordinator', 'never_connected', 'connection_lost', 'cancelled_by_requester', 'quality_complaint', 'left_alone'));

ALTER TABLE sessions
  ADD COLUMN complaint text,
  ADD COLUMN check_since timestamptz,
  ADD COLUMN check_number integer CHECK (check_number > 0),
  ADD COLUMN check_asked text,
  ADD CONSTRAINT sessions_complaint_check CHECK (complaint IN ('language_or_variety', 'sound_or_picture', 'understanding', 'bias', 'conduct', 'other')),
  ADD CONSTRAINT sessions_check_asked_check CHECK (check_asked IN ('requester', 'interpreter', 'both')),
  ADD CONSTRAINT sessions_complaint_is_an_end CHECK ((end_reason IS NOT DISTINCT FROM 'quality_complaint') = (complaint IS NOT NULL)),
  ADD CONSTRAINT sessions_complaint_is_not_billed CHECK (complaint IS NULL OR (billable_seconds = 0 AND started_at IS NOT NULL)),
  ADD CONSTRAINT sessions_are_checked_while_active CHECK (state = 'active' OR check_since IS NULL),
  ADD CONSTRAINT sessions_are_checked_as_a_whole CHECK (num_nulls(check_since, check_number, check_asked) IN (0, 3));
CREATE INDEX sessions_by_complaint ON sessions (created_at) WHERE complaint IS NOT NULL;
