CREATE TABLE IF NOT EXISTS person (
    article_id   VARCHAR NOT NULL,
    name         VARCHAR NOT NULL,
    title        VARCHAR,
    organization VARCHAR,
    n_mentions   INTEGER NOT NULL
);
COMMENT ON TABLE person IS 'One row per person named in an article.';
COMMENT ON COLUMN person.article_id IS 'Article';
COMMENT ON COLUMN person.name IS 'Name, without padding';
COMMENT ON COLUMN person.title IS 'Title as the text gives it, with the organisation in it';
COMMENT ON COLUMN person.organization IS 'Organisation in the title';
COMMENT ON COLUMN person.n_mentions IS 'Times named in the article';
