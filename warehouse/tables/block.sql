CREATE TABLE IF NOT EXISTS block (
    block_id    VARCHAR NOT NULL,
    page_id     VARCHAR NOT NULL,
    article_id  VARCHAR,
    seq         INTEGER NOT NULL,
    role        VARCHAR NOT NULL,
    paragraph   INTEGER,
    text        VARCHAR NOT NULL,
    char_start  INTEGER NOT NULL,
    char_end    INTEGER NOT NULL,
    reason      VARCHAR,
    page_number INTEGER,
    box         DOUBLE[]
);
COMMENT ON TABLE block IS 'One row per run of characters with one role; every character of a page that is not blank is in exactly one.';
COMMENT ON COLUMN block.block_id IS 'Stable id';
COMMENT ON COLUMN block.page_id IS 'Page it stands on';
COMMENT ON COLUMN block.article_id IS 'Article it belongs to; null for page furniture';
COMMENT ON COLUMN block.seq IS 'Order on the page, from 1';
COMMENT ON COLUMN block.role IS 'headline, kicker, deck, byline, subheading, paragraph, caption or noise';
COMMENT ON COLUMN block.paragraph IS 'Number of the paragraph in its article, from 1; a paragraph cut in two keeps one number';
COMMENT ON COLUMN block.text IS 'The words, hard-wrapped lines joined';
COMMENT ON COLUMN block.char_start IS 'First code point in page.text';
COMMENT ON COLUMN block.char_end IS 'One past the last code point in page.text';
COMMENT ON COLUMN block.reason IS 'Why noise belongs to no article, or what gave another block its role';
COMMENT ON COLUMN block.page_number IS 'Page of the PDF it stands on, from 1';
COMMENT ON COLUMN block.box IS 'x0, y0, x1, y1 on that page, origin top left: PDF points, or pixels of a page image';
