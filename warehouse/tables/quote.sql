CREATE TABLE IF NOT EXISTS quote (
    quote_id   VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    text       VARCHAR NOT NULL,
    speaker    VARCHAR,
    verb       VARCHAR,
    char_start INTEGER NOT NULL,
    char_end   INTEGER NOT NULL
);
COMMENT ON TABLE quote IS 'One row per quotation; one broken by 他说 is one.';
COMMENT ON COLUMN quote.quote_id IS 'Stable id';
COMMENT ON COLUMN quote.article_id IS 'Article';
COMMENT ON COLUMN quote.text IS 'Words from the first mark to the last; where 他说 breaks the quotation it stays in';
COMMENT ON COLUMN quote.speaker IS 'Who says them: name or description as the text has it';
COMMENT ON COLUMN quote.verb IS 'Verb of saying';
COMMENT ON COLUMN quote.char_start IS 'First code point in page.text';
COMMENT ON COLUMN quote.char_end IS 'One past the last code point in page.text';
