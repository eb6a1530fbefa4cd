"""Version of the reader: a page read by an older one may be read again."""

READER_VERSION = "11"
