# SPDX-License-Identifier: BSL-1.0
"""Text that no format could hold is rejected record by record, and shown harmless on a terminal."""
import subprocess
import sys
from pathlib import Path

from entente import check, finish

program, path = sys.argv[1:]
records = len(Path(path).read_text(encoding="utf-8").splitlines())
run = subprocess.run([program, "check", path], capture_output=True)
output = (run.stdout + run.stderr).decode("utf-8")
check(run.returncode == 1, f"the exit status is {run.returncode}, not 1")
check(output.count(": error: ") == records, f"{output.count(': error: ')} errors for {records} records")
harmful = {c for c in output if ord(c) < 0x20 and c != "\n" or 0x7F <= ord(c) < 0xA0}
check(not harmful, f"control characters reach the terminal: {harmful!r}")
finish()
