-- A conflict can be named, to undo it.
ALTER TABLE conflicts ADD COLUMN id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid();
