"""What must be in the environment before Prefect is imported or a process is started."""

from __future__ import annotations

import os
import signal
import sys
from typing import NoReturn


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


def packages_of_ours() -> None:
    """The processes that we start look for no module in the working folder: a seeds.py of the user's is not ours."""
    os.environ["PYTHONSAFEPATH"] = "1"


def start_server() -> None:
    """Start Prefect's own server, where none is set, deaf to Ctrl-C.

    A terminal sends that to every process of ours, and the run needs the server to end well.
    """
    from prefect.client.orchestration import get_client

    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # a child inherits what is blocked
    try:
        get_client(sync_client=True)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def end_at_once(code: int) -> NoReturn:
    """End a run that was stopped: its threads may still be at work, and libraries complain of what those hold."""
    from prefect.server.api.server import SubprocessASGIServer

    SubprocessASGIServer().stop()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
