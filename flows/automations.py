"""What a Prefect server does by itself: it calls the webhook of the settings, and notices runs that are gone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from prefect.blocks.webhook import Webhook
from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.objects import StateType
from prefect.events.actions import CallWebhook, ChangeFlowRunState
from prefect.events.schemas.automations import AutomationCore, EventTrigger, Posture
from prefect.events.schemas.events import ResourceSpecification

from flows.settings import Settings

TAG = "banmian"
BLOCK = "banmian-alerts"
SECONDS_BETWEEN_HEARTBEATS = 30
HOUR = timedelta(hours=1)
HELD = "banmian: a run is held"
FAILED = "banmian: a run failed"
LATE = "banmian: a run does not start"
LONG = "banmian: a run does not end"
GONE = "banmian: a run whose machine is gone has crashed"

_RUN = "prefect.flow-run."
_HELD = frozenset({_RUN + "Held"})
_FAILED = frozenset(_RUN + name for name in ("NeedsCare", "Failed", "TimedOut", "Crashed"))
_ENDS = _HELD | _FAILED | {_RUN + name for name in ("Completed", "CompletedWithRejects", "NothingNew", "Cancelled")}
_STARTS = frozenset(_RUN + name for name in ("Pending", "Running", "Cancelled", "Cancelling"))
_ONCE = "a run failed or crashed; told once an hour for a deployment"
_SILENT = "its process gave no sign of life for a minute and a half; the next run goes on from what it has read"
# `text` is what Slack, Mattermost and their like show; the other fields are for programs
_PAYLOAD = """{% set reason = flow_run.state.message or "" -%}
{
 "text": {{ ("banmian " ~ deployment.name ~ ", " ~ WHAT ~ ": " ~ (reason or flow_run.name)) | tojson }},
 "event": {{ WHAT | tojson }},
 "deployment": {{ deployment.name | tojson }},
 "run": {{ flow_run.name | tojson }},
 "run_id": {{ flow_run.id | string | tojson }},
 "state": {{ flow_run.state.name | tojson }},
 "reason": {{ reason | tojson }},
 "url": {{ flow_run | ui_url | tojson }}
}"""


def put(settings: Settings) -> list[str]:
    """Put the automations on the server, in the place of earlier ones of their names; gives the names.

    Those that call a webhook go where none is set.
    """
    block = None
    if settings.webhook_url:
        url = settings.webhook_url.get_secret_value()
        block = Webhook(url=url, headers={"Content-Type": "application/json"}).save(BLOCK, overwrite=True)  # type: ignore[arg-type]  # pydantic makes the secrets
    wanted = list(declared(settings, block))  # type: ignore[arg-type]  # save is not async here
    with get_client(sync_client=True) as client:
        for name in (HELD, FAILED, LATE, LONG, GONE):
            _put(client, name, next((automation for automation in wanted if automation.name == name), None))
    return [automation.name for automation in wanted]


def _put(client: SyncPrefectClient, name: str, automation: AutomationCore | None) -> None:
    before = client.read_automations_by_name(name)
    if automation and before:
        client.update_automation(before.pop().id, automation)
    elif automation:
        client.create_automation(automation)
    for other in before:
        client.delete_automation(other.id)


def declared(settings: Settings, block: UUID | None) -> Iterator[AutomationCore]:
    """The automations; those that call the webhook only where there is its block."""
    if block:
        yield _calling(block, HELD, "a run was held by its checks", "'held'", _trigger(_HELD))
        # a cause that stays would be told every few minutes by the watch of the inbox
        failed = _trigger(_FAILED, "related:deployment:prefect.resource.id", HOUR)
        yield _calling(block, FAILED, _ONCE, "flow_run.state.name | lower", failed)
        late = _missing(_STARTS, settings.late_after, after=_RUN + "Late")
        yield _calling(block, LATE, "a run is due and nothing has started it", "'late'", late)
        long = _missing(_ENDS, settings.long_after, after=_RUN + "Running")
        yield _calling(block, LONG, "a run has been at work for too long", "'at work for too long'", long)
    beat = _RUN + "heartbeat"
    yield AutomationCore(
        name=GONE,
        description="a run that is no longer heard of is set to Crashed, so that the next one can start",
        trigger=_missing(_ENDS | {beat, _RUN + "AwaitingRetry"}, 3 * SECONDS_BETWEEN_HEARTBEATS, after=beat),
        actions=[ChangeFlowRunState(state=StateType.CRASHED, name="Crashed", message=_SILENT, force=False)],
    )


def _calling(block: UUID, name: str, description: str, what: str, trigger: EventTrigger) -> AutomationCore:
    call = CallWebhook(block_document_id=block, payload=_PAYLOAD.replace("WHAT", what))
    return AutomationCore(name=name, description=description, trigger=trigger, actions=[call])


def _missing(expect: frozenset[str], seconds: float, after: str) -> EventTrigger:
    """Fires for a run of which none of these events came for so long after that one."""
    trigger = _trigger(expect)
    return trigger.model_copy(
        update={"posture": Posture.Proactive, "after": {after}, "within": timedelta(seconds=seconds)}
    )


def _trigger(
    expect: frozenset[str], for_each: str = "prefect.resource.id", once_in: timedelta = timedelta(0)
) -> EventTrigger:
    """Fires for each run of our deployments that one of these events tells of; for a label's value once in a time."""
    ours = ResourceSpecification.model_validate({"prefect.resource.id": f"prefect.tag.{TAG}"})
    runs = ResourceSpecification.model_validate({"prefect.resource.id": f"{_RUN}*"})
    return EventTrigger(match=runs, match_related=ours, expect=set(expect), for_each={for_each}, within=once_in)
