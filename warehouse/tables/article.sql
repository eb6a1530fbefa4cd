CREATE TABLE IF NOT EXISTS article (
    article_id     VARCHAR NOT NULL,
    page_id        VARCHAR NOT NULL,
    seq            INTEGER NOT NULL,
    outlet         VARCHAR,
    issue_date     DATE,
    headline       VARCHAR,
    kicker         VARCHAR,
    deck           VARCHAR,
    headline_lines VARCHAR[] NOT NULL,
    headline_score DOUBLE,
    reporters      VARCHAR[] NOT NULL,
    correspondents VARCHAR[] NOT NULL,
    dateline_place VARCHAR,
    event_date     DATE,
    subheadings    VARCHAR[] NOT NULL,
    captions       VARCHAR[] NOT NULL,
    body           VARCHAR NOT NULL,
    n_paragraphs   INTEGER NOT NULL,
    story_id       VARCHAR
);
COMMENT ON TABLE article IS 'One row per article on a page.';
COMMENT ON COLUMN article.article_id IS 'Stable id';
COMMENT ON COLUMN article.page_id IS 'Page it stands on';
COMMENT ON COLUMN article.seq IS 'Order on the page, from 1';
COMMENT ON COLUMN article.outlet IS 'Newspaper';
COMMENT ON COLUMN article.issue_date IS 'Day of issue';
COMMENT ON COLUMN article.headline IS 'Main headline (主题)';
COMMENT ON COLUMN article.kicker IS 'Line over the headline (引题)';
COMMENT ON COLUMN article.deck IS 'Line under the headline (副题)';
COMMENT ON COLUMN article.headline_lines IS 'All lines of the headline group: kicker, headline, deck';
COMMENT ON COLUMN article.headline_score IS 'How sure the headline belongs to this article, 0 to 1; null without a headline';
COMMENT ON COLUMN article.reporters IS 'Names of the reporters (记者)';
COMMENT ON COLUMN article.correspondents IS 'Names of the correspondents (通讯员)';
COMMENT ON COLUMN article.dateline_place IS 'Place in the dateline (本报兰州1月7日电)';
COMMENT ON COLUMN article.event_date IS 'First day that the text gives for its event';
COMMENT ON COLUMN article.subheadings IS 'Short lines inside the body (小标题)';
COMMENT ON COLUMN article.captions IS 'Words of its pictures';
COMMENT ON COLUMN article.body IS 'Paragraphs joined by newline, without byline, subheadings and captions';
COMMENT ON COLUMN article.n_paragraphs IS 'Paragraphs in body';
COMMENT ON COLUMN article.story_id IS 'Story that this article tells, over pages and days; null until stories are built';
