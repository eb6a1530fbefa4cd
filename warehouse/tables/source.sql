CREATE TABLE IF NOT EXISTS source (
    source_uri VARCHAR NOT NULL,
    page_id    VARCHAR NOT NULL
);
COMMENT ON TABLE source IS 'One row per place where a current page was found; the same bytes found in two places are one page with two sources.';
COMMENT ON COLUMN source.source_uri IS 'file: URI; # and the row id for a row, !/ and the name for a member of an archive';
COMMENT ON COLUMN source.page_id IS 'Page that was found there when a run last looked';
