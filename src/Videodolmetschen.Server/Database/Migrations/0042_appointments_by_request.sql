-- Rating looks from a conversation to the appointment that became it.

CREATE INDEX appointments_by_request ON appointments (request_id) WHERE request_id IS NOT NULL;
