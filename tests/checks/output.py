# SPDX-License-Identifier: BSL-1.0
"""Runs a command and compares what it prints with a file.

Usage: output.py FILE COMMAND...     (with ENTENTE_ACCEPT=1 in the environment the file is rewritten)
"""

import difflib
import os
import pathlib
import subprocess
import sys


def main():
    file, command = pathlib.Path(sys.argv[1]), sys.argv[2:]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if os.environ.get("ENTENTE_ACCEPT"):
        file.write_text(printed, encoding="utf-8")
    expected = file.read_text(encoding="utf-8")
    difference = difflib.unified_diff(
        expected.splitlines(), printed.splitlines(), str(file), "printed", lineterm=""
    )
    print("\n".join(difference) or f"It prints what {file.name} says.")
    return 0 if printed == expected else 1


sys.exit(main())
