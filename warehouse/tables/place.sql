CREATE TABLE IF NOT EXISTS place (
    article_id    VARCHAR NOT NULL,
    name          VARCHAR NOT NULL,
    division_code VARCHAR,
    n_mentions    INTEGER NOT NULL
);
COMMENT ON TABLE place IS 'One row per place named in an article.';
COMMENT ON COLUMN place.article_id IS 'Article';
COMMENT ON COLUMN place.name IS 'Name as written';
COMMENT ON COLUMN place.division_code IS 'GB/T 2260 code, where it has one';
COMMENT ON COLUMN place.n_mentions IS 'Times named in the article';
