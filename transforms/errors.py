"""What a transform raises when a page cannot be read."""

from __future__ import annotations


class PageError(Exception):
    """A page that cannot be read: where in the pipeline, a short reason, and what a person can do about it."""

    def __init__(self, stage: str, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.stage = stage
        self.reason = reason
        self.detail = detail

    def __reduce__(self) -> tuple[type[PageError], tuple[str, str, str]]:
        """Pickles across processes with its three parts."""
        return PageError, (self.stage, self.reason, self.detail)
