-- source_file is new and needs nothing: what no row of it tells is read once more, and known by its bytes.
ALTER TABLE run ADD COLUMN IF NOT EXISTS pages_changed INTEGER DEFAULT 0;
ALTER TABLE run ADD COLUMN IF NOT EXISTS pages_reread INTEGER DEFAULT 0;
ALTER TABLE run ADD COLUMN IF NOT EXISTS sources_gone INTEGER DEFAULT 0;
ALTER TABLE run ALTER COLUMN pages_changed SET NOT NULL;
ALTER TABLE run ALTER COLUMN pages_reread SET NOT NULL;
ALTER TABLE run ALTER COLUMN sources_gone SET NOT NULL;
