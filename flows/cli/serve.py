"""`banmian serve` and `banmian automations`: the schedules of prefect.yaml, and what the server does by itself."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Any

from flows.cli.options import settings_or_fail
from flows.cli.screen import CALLED_WRONGLY, HELD_BACK, fail, messages, results
from flows.quiet import no_telemetry, quiet_console
from flows.server import server_url
from flows.settings import Settings


def serve_command(declaration: Path, port: int) -> None:
    """Serve until Ctrl-C; the exit is 2 where `declaration` cannot be read, 1 where serving fails."""
    from flows.serving import ServingError, declared, environment_of, running_server, serve

    settings = settings_or_fail()
    try:
        deployments = declared(declaration)
    except ServingError as error:
        fail(error, CALLED_WRONGLY)
    no_telemetry()
    for name, value in environment_of(deployments).items():
        os.environ.setdefault(name, value)
    try:
        with ExitStack() as stack:
            if server_url() is None:
                os.environ["PREFECT_API_URL"] = running_server(port) or stack.enter_context(_told(port))
            put_automations(settings)
            for item in deployments:
                messages().print(f"serving {item['name']}: {_when(item)}", markup=False)
            ui = (server_url() or "").removesuffix("/api")
            messages().print(f"look at {ui}; Ctrl-C ends it", soft_wrap=True)
            serve(deployments)
    except KeyboardInterrupt:
        messages().print("stopped; what was at work goes on from what was read")
    except ServingError as error:
        fail(error, HELD_BACK)


def _told(port: int) -> AbstractContextManager[str]:
    from flows.serving import own_server

    messages().print("starting a Prefect server of its own (PREFECT_API_URL would name another)")
    return own_server(port)


def automations_command() -> None:
    """Print the automations that the server now has; the exit is 2 where no server is set."""
    settings = settings_or_fail()
    if server_url() is None:
        fail("no Prefect server is set: PREFECT_API_URL names it", CALLED_WRONGLY)
    no_telemetry()
    quiet_console()
    for name in put_automations(settings):
        results().print(name, markup=False)
    if settings.webhook_url is None:
        messages().print("no webhook is set (BANMIAN_WEBHOOK_URL), so nobody is told of held, failed or late runs")


def put_automations(settings: Settings) -> list[str]:
    """Ends with 1 where the server cannot be asked."""
    from httpx import HTTPError

    from flows.automations import put

    try:
        return put(settings)
    except (HTTPError, OSError, RuntimeError) as error:
        fail(f"the Prefect server at {server_url()} does not take the automations: {error}", HELD_BACK)


def _when(deployment: dict[str, Any]) -> str:
    told = [
        f"{s['cron']} {s.get('timezone', '')}" if "cron" in s else str(s) for s in deployment.get("schedules") or []
    ]
    return ", ".join(told) or "when it is asked for"
