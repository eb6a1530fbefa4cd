CREATE TABLE IF NOT EXISTS page (
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
    reader_version    VARCHAR NOT NULL
);
COMMENT ON TABLE page IS 'One row per page as received: a file, a row of a table file or a member of an archive.';
COMMENT ON COLUMN page.page_id IS 'Stable id from the bytes and what was known beside them';
COMMENT ON COLUMN page.source_uri IS 'file: URI; # and the row id for a row, !/ and the name for a member of an archive; the first in order where source has several';
COMMENT ON COLUMN page.media_type IS 'What the content is, whatever the file is called (text/plain, text/html, application/pdf)';
COMMENT ON COLUMN page.encoding IS 'Character encoding the bytes were decoded with';
COMMENT ON COLUMN page.raw_sha256 IS 'SHA-256 of the bytes as received, in hex';
COMMENT ON COLUMN page.outlet IS 'Newspaper, as known beside the page or read from it';
COMMENT ON COLUMN page.issue_date IS 'Day of issue';
COMMENT ON COLUMN page.issue_date_source IS 'Where the day of issue came from: option, row, file name, html, sidecar, page, inferred';
COMMENT ON COLUMN page.edition IS 'Page of the issue, as printed (A03)';
COMMENT ON COLUMN page.n_chars IS 'Code points in text';
COMMENT ON COLUMN page.text IS 'Text of the page, untouched; char_start and char_end of every table count in it';
COMMENT ON COLUMN page.first_seen IS 'When a run first met the page (UTC)';
COMMENT ON COLUMN page.run_id IS 'Run that read the page';
COMMENT ON COLUMN page.reader_version IS 'Version of the reader that read it; behind the + stands a digest of its seeds';
