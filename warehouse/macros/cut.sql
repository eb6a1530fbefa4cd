CREATE OR REPLACE MACRO cut(text, char_start, char_end) AS substring(text, char_start + 1, char_end - char_start);
COMMENT ON MACRO cut IS 'The span of a page''s text that char_start and char_end of any table name: cut(page.text, char_start, char_end)';
