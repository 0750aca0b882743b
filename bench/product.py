"""Settings of the measured product: its own. Only the limit of public look-ups is lifted; counting them is not."""

from dataclasses import replace

from motcua.house.accounts import rules
from motcua.settings import *  # noqa: F403

rules.LOOK_UP = replace(rules.LOOK_UP, most=1_000_000_000)
