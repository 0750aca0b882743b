"""docs/states.md: the transition table drawn, and each state with its Vietnamese name and its national one."""

from motcua.bureau.drafting import choices as drafting_choices
from motcua.bureau.drafting import rules as drafting
from motcua.counter.dossiers import rules
from motcua.counter.dossiers.choices import ACT_NAME, STATE_NAME, Act, State

HEAD = """# The life of a dossier

Made by `make docs` from [rules.py](../motcua/counter/dossiers/rules.py); do not edit. An arrow is an act; acts that
leave the state as it is (`apologise`, `pay`) are not drawn.
"""


DRAFTS = """# The life of a draft

From [rules/states.py](../motcua/bureau/drafting/rules/states.py). Acts that leave the state as it is, and `stop`, which
leads from every state before issue to `stopped`, are not drawn.
"""


def text() -> str:
    """The whole page."""
    parts = [HEAD, f"```mermaid\n{rules.diagram()}```\n", "## States\n", _states(), "## Acts\n", _acts()]
    parts += [DRAFTS, f"```mermaid\n{drafting.diagram()}```\n", _draft_acts()]
    return "\n".join(parts)


def _states() -> str:
    lines = ["| State | On the screen | National state | Clock |", "| --- | --- | --- | --- |"]
    for state in State:
        number = rules.NATIONAL[state]
        national = f"{number} {rules.NATIONAL_NAME[number]}"
        lines.append(f"| `{state.value}` | {STATE_NAME[state]} | {national} | {_clock(state)} |")
    return "\n".join(lines) + "\n"


def _clock(state: State) -> str:
    if state in {State.SUBMITTED, State.SUPPLEMENT_BEFORE, State.FEE_ASKED, State.DECLINED}:
        return "not started"
    if state in rules.SETTLED:
        return "stopped"
    return "waits for the applicant" if state in rules.WAITING_FOR_APPLICANT else "runs"


def _acts() -> str:
    lines = ["| Act | On the screen | From |", "| --- | --- | --- |"]
    for act in Act:
        origins = [f"`{before.value}`" if before else "nothing" for before, done in rules.NEXT if done == act]
        lines.append(f"| `{act.value}` | {ACT_NAME[act]} | {', '.join(origins)} |")
    return "\n".join(lines) + "\n"


def _draft_acts() -> str:
    lines = ["| Act | On the screen | From |", "| --- | --- | --- |"]
    for act in drafting_choices.Act:
        origins = [f"`{before.value}`" if before else "nothing" for before, done in drafting.NEXT if done == act]
        lines.append(f"| `{act.value}` | {drafting_choices.ACT_NAME[act]} | {', '.join(origins)} |")
    return "\n".join(lines) + "\n"
