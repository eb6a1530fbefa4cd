CREATE TABLE IF NOT EXISTS reject (
    source_uri     VARCHAR NOT NULL,
    page_id        VARCHAR,
    stage          VARCHAR NOT NULL,
    reason         VARCHAR NOT NULL,
    detail         VARCHAR NOT NULL,
    raw            VARCHAR,
    raw_sha256     VARCHAR,
    reader_version VARCHAR NOT NULL,
    run_id         VARCHAR NOT NULL,
    rejected_at    TIMESTAMP NOT NULL
);
COMMENT ON TABLE reject IS 'One row per thing that could not be read or did not hold.';
COMMENT ON COLUMN reject.source_uri IS 'Where it came from';
COMMENT ON COLUMN reject.page_id IS 'Page, where there was one';
COMMENT ON COLUMN reject.stage IS 'find, decode, read, check or load';
COMMENT ON COLUMN reject.reason IS 'Short name of the reason, or of the expectation that failed';
COMMENT ON COLUMN reject.detail IS 'What, where, and what to do';
COMMENT ON COLUMN reject.raw IS 'The row as JSON, or the first bytes';
COMMENT ON COLUMN reject.raw_sha256 IS 'SHA-256 of the bytes that could not be read, in hex; they are not read again by the same reader';
COMMENT ON COLUMN reject.reader_version IS 'Version of the reader that gave it up; behind the + stands a digest of its seeds';
COMMENT ON COLUMN reject.run_id IS 'Run that met it';
COMMENT ON COLUMN reject.rejected_at IS 'When (UTC)';
