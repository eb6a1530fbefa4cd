CREATE TABLE IF NOT EXISTS organization (
    article_id VARCHAR NOT NULL,
    name       VARCHAR NOT NULL,
    n_mentions INTEGER NOT NULL
);
COMMENT ON TABLE organization IS 'One row per organisation named in an article.';
COMMENT ON COLUMN organization.article_id IS 'Article';
COMMENT ON COLUMN organization.name IS 'Name as written';
COMMENT ON COLUMN organization.n_mentions IS 'Times named in the article';
