"""Changes that somebody has looked at: fingerprints with reasons, in a reviewed file (TOML).

[[approved]]
fingerprint = "0365c8462363"
reason = "what the drafters wanted"
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

_FINGERPRINT = re.compile(r"[0-9a-f]{12}")


class ApprovalError(ValueError):
    """A file that is not one of approvals; the message says why."""


def read_approvals(text: str) -> dict[str, str]:
    """Return the reason of each fingerprint that a file approves.

    Raises:
        ApprovalError: it is no TOML, or an approval has no fingerprint or no reason.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ApprovalError(f"not TOML: {str(error)[:1].lower()}{str(error)[1:]}") from None
    if set(data) - {"approved"} or not isinstance(data.get("approved", []), list):
        raise ApprovalError("a file of approvals has tables `[[approved]]` and nothing else")
    reasons: dict[str, str] = {}
    for place, entry in enumerate(data.get("approved", []), start=1):
        fingerprint, reason = _approval(entry, place)
        if fingerprint in reasons:
            raise ApprovalError(f"`{fingerprint}` is approved twice")
        reasons[fingerprint] = reason
    return reasons


def _approval(entry: Any, place: int) -> tuple[str, str]:
    keys = set(entry) if isinstance(entry, dict) else set()
    if keys != {"fingerprint", "reason"}:
        raise ApprovalError(f"approval {place} must have a `fingerprint` and a `reason`")
    fingerprint, reason = entry["fingerprint"], entry["reason"]
    if not (isinstance(fingerprint, str) and _FINGERPRINT.fullmatch(fingerprint)):
        raise ApprovalError(f"the fingerprint of approval {place} is not twelve digits 0 to f")
    if not (isinstance(reason, str) and reason.strip()):
        raise ApprovalError(f"approval {place} says no reason")
    return fingerprint, reason
