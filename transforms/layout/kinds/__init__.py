"""What each unit of a page may be: text, headline, byline, caption, furniture."""
