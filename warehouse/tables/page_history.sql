CREATE TABLE IF NOT EXISTS page_history (
    page_id           VARCHAR NOT NULL,
    source_uri        VARCHAR NOT NULL,
    media_type        VARCHAR NOT NULL,
    encoding          VARCHAR,
    raw_sha256        VARCHAR NOT NULL,
    outlet            VARCHAR,
    issue_date        DATE,
    issue_date_source VARCHAR,
    edition           VARCHAR,
    n_chars           INTEGER NOT NULL,
    text              VARCHAR NOT NULL,
    first_seen        TIMESTAMP NOT NULL,
    run_id            VARCHAR NOT NULL,
    reader_version    VARCHAR NOT NULL,
    superseded_by     VARCHAR NOT NULL,
    superseded_at     TIMESTAMP NOT NULL
);
COMMENT ON TABLE page_history IS 'One row per page reading that another one replaced.';
COMMENT ON COLUMN page_history.page_id IS 'Stable id from the bytes and what was known beside them';
COMMENT ON COLUMN page_history.source_uri IS 'file: URI; # and the row id for a row, !/ and the name for a member of an archive';
COMMENT ON COLUMN page_history.media_type IS 'What the content is, whatever the file is called (text/plain, text/html, application/pdf)';
COMMENT ON COLUMN page_history.encoding IS 'Character encoding the bytes were decoded with';
COMMENT ON COLUMN page_history.raw_sha256 IS 'SHA-256 of the bytes as received, in hex';
COMMENT ON COLUMN page_history.outlet IS 'Newspaper, as known beside the page or read from it';
COMMENT ON COLUMN page_history.issue_date IS 'Day of issue';
COMMENT ON COLUMN page_history.issue_date_source IS 'Where the day of issue came from: option, row, file name, html, sidecar, page, inferred';
COMMENT ON COLUMN page_history.edition IS 'Page of the issue, as printed (A03)';
COMMENT ON COLUMN page_history.n_chars IS 'Code points in text';
COMMENT ON COLUMN page_history.text IS 'Text of the page, untouched; char_start and char_end of every table count in it';
COMMENT ON COLUMN page_history.first_seen IS 'When a run first met the page (UTC)';
COMMENT ON COLUMN page_history.run_id IS 'Run that read the page';
COMMENT ON COLUMN page_history.reader_version IS 'Version of the reader that read it; behind the + stands a digest of its seeds';
COMMENT ON COLUMN page_history.superseded_by IS 'page_id of the reading that took its place';
COMMENT ON COLUMN page_history.superseded_at IS 'When (UTC)';
