CREATE TABLE IF NOT EXISTS meta (
    key   VARCHAR NOT NULL,
    value VARCHAR NOT NULL
);
COMMENT ON TABLE meta IS 'One row per fact about this file.';
COMMENT ON COLUMN meta.key IS 'schema_version (rises with every migration) or declaration (fingerprint of the SQL that declared it)';
COMMENT ON COLUMN meta.value IS 'The fact';
