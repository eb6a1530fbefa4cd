"""Running the product and the scorers as a user would."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BANMIAN = Path(sys.executable).with_name("banmian")


def banmian(*args: str | Path, stdin: bytes | None = None) -> bytes:
    done = subprocess.run([BANMIAN, *args], input=stdin, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return done.stdout


def tool(shared: Path, name: str, *args: str | Path) -> str:
    """What a scorer prints; its exit status tells only whether all is at its own floor."""
    done = subprocess.run([sys.executable, shared / "tools" / name, *args], capture_output=True, text=True, check=False)
    assert done.stdout, done.stderr[-2000:]
    return done.stdout
