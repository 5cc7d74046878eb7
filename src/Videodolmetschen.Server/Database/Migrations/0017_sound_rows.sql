-- The rules of one row, for each table of the live service as one function. PostgreSQL reads the text of every CHECK of a table
-- anew for each statement: seventeen of them took three quarters of the time of an INSERT INTO sessions. A function is read once
-- for each connection. Nothing is allowed that was not before, and nothing refused.
--
-- Whoever changes a rule replaces the function; rows that stand are not looked at again, as a new CHECK would.
-- As in a CHECK, what is NULL is no breach.

CREATE FUNCTION requests_are_sound(one requests) RETURNS boolean
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN one.state IN ('waiting', 'offered', 'assigned', 'fulfilled', 'cancelled', 'unserved')
    AND one.language ~ '^[a-z]{3}$'
    AND one.field IN ('immigration', 'asylum', 'health', 'mental_health', 'social', 'school', 'police_courts')
    AND one.modality IN ('video', 'audio')
    AND one.priority IN ('normal', 'appointment_uncovered', 'police_or_child_protection', 'emergency')
    AND length(one.own_reference) <= 20
    AND one.place_since <= one.requested_at
    AND (one.ended_at IS NOT NULL) = (one.state IN ('fulfilled', 'cancelled', 'unserved'))
    AND (one.cancelled_by IS NOT NULL) = (one.state = 'cancelled')
    AND (one.unserved_because IS NOT NULL) = (one.state = 'unserved')
    AND (one.cancelled_by IN ('requester', 'coordinator', 'disconnect')
      OR one.relief_for IS NOT NULL AND one.cancelled_by IN ('interpreter', 'session_end'))
    AND one.unserved_because IN ('none_qualified', 'none_on_duty', 'all_busy', 'all_declined', 'all_missed', 'none_connected')
    AND (one.help_answered_at IS NULL OR one.help_asked_at IS NOT NULL)
    AND (one.help_answered_at IS NULL) = (one.help_answered_by IS NULL);
END $$;

CREATE FUNCTION offers_are_sound(one offers) RETURNS boolean
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN one.state IN ('open', 'accepted', 'declined', 'expired', 'withdrawn')
    AND one.wave > 0
    AND one.rank > 0
    AND one.expires_at > one.offered_at
    AND (one.decline_reason IS NOT NULL) = (one.state = 'declined')
    AND (one.withdrawn_because IS NOT NULL) = (one.state = 'withdrawn')
    AND one.decline_reason IN ('no_time', 'not_my_field', 'bias', 'technical', 'other')
    AND one.withdrawn_because IN ('taken_by_other', 'request_cancelled', 'request_ended', 'interpreter_left', 'reassigned');
END $$;

CREATE FUNCTION sessions_are_sound(one sessions) RETURNS boolean
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN one.state IN ('connecting', 'active', 'interrupted', 'ended')
    AND one.language ~ '^[a-z]{3}$'
    AND one.modality IN ('video', 'audio')
    AND one.counted_seconds >= 0
    AND one.billable_seconds >= 0
    AND (one.ended_at IS NOT NULL) = (one.state = 'ended')
    AND (one.end_reason IS NOT NULL) = (one.state = 'ended')
    AND (one.billable_seconds IS NOT NULL) = (one.state = 'ended')
    AND (one.state <> 'ended' OR one.running_since IS NULL)
    AND one.end_reason IN ('hang_up_requester', 'hang_up_interpreter', 'ended_by_coordinator', 'never_connected', 'connection_lost',
      'cancelled_by_requester', 'quality_complaint', 'left_alone')
    AND one.complaint IN ('language_or_variety', 'sound_or_picture', 'understanding', 'bias', 'conduct', 'other')
    AND (one.complaint IS NOT NULL) = (one.end_reason IS NOT DISTINCT FROM 'quality_complaint')
    AND (one.complaint IS NULL OR one.billable_seconds = 0 AND one.started_at IS NOT NULL)
    -- The question whether anybody is still there.
    AND num_nulls(one.check_since, one.check_number, one.check_asked) IN (0, 3)
    AND (one.check_since IS NULL OR one.state = 'active')
    AND one.check_number > 0
    AND one.check_asked IN ('requester', 'interpreter', 'both');
END $$;

CREATE FUNCTION session_stints_are_sound(one session_stints) RETURNS boolean
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN one.state IN ('joining', 'interpreting', 'left')
    AND one.number BETWEEN 1 AND 99
    AND (one.number = 1) = (one.relief_id IS NULL)
    AND one.seconds_before >= 0
    AND one.billable_seconds >= 0
    AND one.took_over_at >= one.joined_at
    AND one.left_at >= one.joined_at
    AND (one.left_at IS NOT NULL) = (one.state = 'left')
    AND (one.billable_seconds IS NOT NULL) = (one.state = 'left')
    AND (one.state <> 'interpreting' OR one.took_over_at IS NOT NULL)
    AND (one.state <> 'joining' OR one.took_over_at IS NULL)
    AND (one.state = 'joining' OR one.hands_over_at IS NULL)
    AND (one.took_over_at IS NOT NULL OR coalesce(one.billable_seconds, 0) = 0);
END $$;

CREATE FUNCTION presences_are_sound(one presences) RETURNS boolean
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN one.state IN ('offline', 'available', 'in_session', 'wrap_up', 'paused')
    AND (one.paused_because IS NOT NULL) = (one.state = 'paused')
    AND (one.wrap_up_until IS NOT NULL) = (one.state = 'wrap_up')
    AND one.paused_because IN ('own_wish', 'missed_offers', 'break')
    AND (one.break_until IS NULL OR one.paused_because IS NOT DISTINCT FROM 'break')
    AND one.afterwards IN ('offline', 'available', 'in_session', 'wrap_up', 'paused')
    AND one.afterwards_because IN ('own_wish', 'missed_offers', 'break')
    AND one.missed_in_a_row >= 0
    AND one.worked_seconds >= 0
    AND (one.worked_seconds = 0 OR one.worked_until IS NOT NULL);
END $$;

DO $$
DECLARE
  old record;
BEGIN
  FOR old IN
    SELECT conrelid::regclass AS of_table, conname
    FROM pg_constraint
    WHERE contype = 'c'
      AND conrelid IN ('requests'::regclass, 'offers'::regclass, 'sessions'::regclass, 'session_stints'::regclass, 'presences'::regclass)
  LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', old.of_table, old.conname);
  END LOOP;
END $$;

ALTER TABLE requests ADD CONSTRAINT requests_are_sound CHECK (requests_are_sound(requests));
ALTER TABLE offers ADD CONSTRAINT offers_are_sound CHECK (offers_are_sound(offers));
ALTER TABLE sessions ADD CONSTRAINT sessions_are_sound CHECK (sessions_are_sound(sessions));
ALTER TABLE session_stints ADD CONSTRAINT session_stints_are_sound CHECK (session_stints_are_sound(session_stints));
ALTER TABLE presences ADD CONSTRAINT presences_are_sound CHECK (presences_are_sound(presences));
