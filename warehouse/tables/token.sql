CREATE TABLE IF NOT EXISTS token (
    sentence_id VARCHAR NOT NULL,
    seq         INTEGER NOT NULL,
    word        VARCHAR NOT NULL,
    pos         VARCHAR NOT NULL,
    char_start  INTEGER NOT NULL
);
COMMENT ON TABLE token IS 'One row per word of a sentence, in jieba''s words and tags.';
COMMENT ON COLUMN token.sentence_id IS 'Sentence it stands in';
COMMENT ON COLUMN token.seq IS 'Order in the sentence, from 1';
COMMENT ON COLUMN token.word IS 'The word';
COMMENT ON COLUMN token.pos IS 'Part of speech in jieba''s tag set';
COMMENT ON COLUMN token.char_start IS 'First code point in page.text';
