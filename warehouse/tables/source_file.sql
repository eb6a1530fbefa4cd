CREATE TABLE IF NOT EXISTS source_file (
    source_uri  VARCHAR NOT NULL,
    size        BIGINT NOT NULL,
    modified_ns BIGINT NOT NULL,
    beside      VARCHAR NOT NULL,
    place       VARCHAR NOT NULL,
    pages       INTEGER NOT NULL
);
COMMENT ON TABLE source_file IS 'One row per file as a run last read it whole; it is not opened again while nothing here has changed. A source in no file of this table was not there any more when a run last looked, or its file could not be read whole.';
COMMENT ON COLUMN source_file.source_uri IS 'file: URI';
COMMENT ON COLUMN source_file.size IS 'Bytes';
COMMENT ON COLUMN source_file.modified_ns IS 'Time of last change, in nanoseconds since 1970 (UTC)';
COMMENT ON COLUMN source_file.beside IS 'Digest of what told of it from beside: options, limits, the sidecar, the version of the reader';
COMMENT ON COLUMN source_file.place IS 'Digest of what the page index of its folder tells of it; empty where none does';
COMMENT ON COLUMN source_file.pages IS 'Pages in it, those that could not be read left out';
