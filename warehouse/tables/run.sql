CREATE TABLE IF NOT EXISTS run (
    run_id          VARCHAR NOT NULL,
    started_at      TIMESTAMP NOT NULL,
    finished_at     TIMESTAMP,
    state           VARCHAR NOT NULL,
    reader_version  VARCHAR NOT NULL,
    pages_seen      INTEGER NOT NULL,
    pages_new       INTEGER NOT NULL,
    pages_unchanged INTEGER NOT NULL,
    pages_rejected  INTEGER NOT NULL,
    articles        INTEGER NOT NULL,
    metrics         INTEGER NOT NULL,
    pages_changed   INTEGER NOT NULL,
    pages_reread    INTEGER NOT NULL,
    sources_gone    INTEGER NOT NULL
);
COMMENT ON TABLE run IS 'One row per run of the pipeline.';
COMMENT ON COLUMN run.run_id IS 'Run';
COMMENT ON COLUMN run.started_at IS 'When it started (UTC)';
COMMENT ON COLUMN run.finished_at IS 'When it ended (UTC); null where it crashed';
COMMENT ON COLUMN run.state IS 'completed, held, failed or crashed';
COMMENT ON COLUMN run.reader_version IS 'Version of the reader; behind the + stands a digest of its seeds';
COMMENT ON COLUMN run.pages_seen IS 'Pages it was given';
COMMENT ON COLUMN run.pages_new IS 'Pages it read';
COMMENT ON COLUMN run.pages_unchanged IS 'Pages it knew';
COMMENT ON COLUMN run.pages_rejected IS 'Sources and pages it could not read';
COMMENT ON COLUMN run.articles IS 'Articles it loaded';
COMMENT ON COLUMN run.metrics IS 'Metrics it loaded';
COMMENT ON COLUMN run.pages_changed IS 'Pages it read where another page stood before; among pages_new';
COMMENT ON COLUMN run.pages_reread IS 'Pages it read again; among pages_new';
COMMENT ON COLUMN run.sources_gone IS 'Files, rows and members that were not there any more';
