-- At its start the dispatcher reads what has ended lately too, so that a command sent again gets the same answer.
CREATE INDEX requests_by_end ON requests (ended_at);
CREATE INDEX sessions_by_request ON sessions (request_id);
