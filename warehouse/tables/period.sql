CREATE TABLE IF NOT EXISTS period (
    article_id  VARCHAR NOT NULL,
    raw         VARCHAR NOT NULL,
    start_date  DATE,
    end_date    DATE,
    granularity VARCHAR NOT NULL,
    char_start  INTEGER NOT NULL,
    char_end    INTEGER NOT NULL
);
COMMENT ON TABLE period IS 'One row per time expression in an article.';
COMMENT ON COLUMN period.article_id IS 'Article';
COMMENT ON COLUMN period.raw IS 'The words';
COMMENT ON COLUMN period.start_date IS 'First day; null where the text leaves it open';
COMMENT ON COLUMN period.end_date IS 'Last day, inclusive; null where the text leaves it open';
COMMENT ON COLUMN period.granularity IS 'second, minute, hour, part (of a day), day, week, month, quarter, half, season, year, decade, century, span, present; or, on no calendar: duration, set (每周一), anniversary, unknown';
COMMENT ON COLUMN period.char_start IS 'First code point in page.text';
COMMENT ON COLUMN period.char_end IS 'One past the last code point in page.text';
