"""What must be in the environment before Prefect is imported: nothing is reported to anybody."""

from __future__ import annotations

import os


def no_telemetry() -> None:
    """No usage reports, by Prefect, its server or Great Expectations."""
    os.environ["DO_NOT_TRACK"] = "1"
    os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] = "false"
    os.environ["GX_ANALYTICS_ENABLED"] = "false"


def quiet_console() -> None:
    """Prefect's own lines stay in its logs: the command line has its own words. A level that the user set is kept."""
    os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", "CRITICAL")
    os.environ.setdefault("PREFECT_SERVER_LOGGING_LEVEL", "CRITICAL")
    os.environ.setdefault("PREFECT_CLI_COLORS", "false")


def patient_start() -> None:
    """On a busy machine Prefect's own server in the process needs longer than its 20 seconds to answer first."""
    os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "180")
