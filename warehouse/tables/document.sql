CREATE TABLE IF NOT EXISTS document (
    article_id VARCHAR NOT NULL,
    title      VARCHAR NOT NULL,
    kind       VARCHAR
);
COMMENT ON TABLE document IS 'One row per title in 《》 in an article.';
COMMENT ON COLUMN document.article_id IS 'Article';
COMMENT ON COLUMN document.title IS 'Title, without the marks';
COMMENT ON COLUMN document.kind IS 'What it is, where told: 法律, 意见, 措施, 书, 片';
