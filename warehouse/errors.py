"""What can go wrong with a warehouse, each with words that a person can act on."""

# ruff: noqa: N818
# The base class says that these are errors; WarehouseBusy reads better than WarehouseBusyError.

from __future__ import annotations


class WarehouseError(Exception):
    """Base of everything this package raises on purpose."""


class WarehouseBusy(WarehouseError):
    """Another process is writing."""


class WarehouseTooNew(WarehouseError):
    """The file was written by a newer version of the product."""


class WarehouseBroken(WarehouseError):
    """The file is no warehouse, or not in the shape that its version says."""


class LoadError(WarehouseError):
    """Nothing of this load went in: the transaction was rolled back."""


class PublishError(WarehouseError, OSError):
    """What is loaded could not be made visible: readers keep what they had.

    Trying again can help, as with any OSError.
    """


class NothingKept(WarehouseError):
    """There is no such thing to go back to, or to release."""


class QueryError(WarehouseError):
    """A question could not be answered."""


class NoWarehouse(QueryError):
    """Nothing has been published yet."""


class BadQuery(QueryError):
    """The SQL does not run, or asks for what readers may not do."""
