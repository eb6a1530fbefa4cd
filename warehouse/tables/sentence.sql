CREATE TABLE IF NOT EXISTS sentence (
    sentence_id VARCHAR NOT NULL,
    article_id  VARCHAR NOT NULL,
    paragraph   INTEGER NOT NULL,
    seq         INTEGER NOT NULL,
    text        VARCHAR NOT NULL,
    char_start  INTEGER NOT NULL,
    char_end    INTEGER NOT NULL
);
COMMENT ON TABLE sentence IS 'One row per sentence of a body.';
COMMENT ON COLUMN sentence.sentence_id IS 'Stable id';
COMMENT ON COLUMN sentence.article_id IS 'Article it stands in';
COMMENT ON COLUMN sentence.paragraph IS 'Paragraph in the article, from 1';
COMMENT ON COLUMN sentence.seq IS 'Order in the article, from 1';
COMMENT ON COLUMN sentence.text IS 'The sentence, hard-wrapped lines joined';
COMMENT ON COLUMN sentence.char_start IS 'First code point in page.text';
COMMENT ON COLUMN sentence.char_end IS 'One past the last code point in page.text';
