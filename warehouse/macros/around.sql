CREATE OR REPLACE MACRO around(text, char_start, char_end, width) AS
    substring(text, greatest(char_start - width, 0) + 1, least(char_start, width) + char_end - char_start + width);
COMMENT ON MACRO around IS 'A span of a page''s text with up to width code points on either side of it';
