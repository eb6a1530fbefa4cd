"""Which pages a backfill is about: days of issue and an outlet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from transforms.forms.line import Known


@dataclass(frozen=True, slots=True)
class Selection:
    """Pages issued from `since` to `until`, both included, by `outlet`; None asks for nothing."""

    since: date | None = None
    until: date | None = None
    outlet: str | None = None

    def __post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            raise ValueError(f"since {self.since} is later than until {self.until}: no day is both")

    def __bool__(self) -> bool:
        return any(asked is not None for asked in (self.since, self.until, self.outlet))

    def foretell(self, known: Known) -> bool | None:
        """Whether a page is wanted, by what is known beside it; None where only reading it tells."""
        if known.issue_date is not None and not self._has_day(known.issue_date):
            return False
        outlet = None if known.outlet_is_coded else known.outlet
        if self.outlet is not None and outlet is not None and outlet != self.outlet:
            return False
        needs_day = self.since is not None or self.until is not None
        if (needs_day and known.issue_date is None) or (self.outlet is not None and outlet is None):
            return None
        return True

    def wants(self, outlet: str | None, issue_date: date | None) -> bool:
        """Whether a page that was read is wanted; where a day or an outlet is asked for, one that tells none is not."""
        return self._has_day(issue_date) and (self.outlet is None or outlet == self.outlet)

    def _has_day(self, day: date | None) -> bool:
        if self.since is None and self.until is None:
            return True
        if day is None:
            return False
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
