# SPDX-License-Identifier: BSL-1.0
"""On a terminal there is colour, and a progress line once the work takes over a second; without one,
or where it is not wanted, there is neither.

Usage: terminal.py ENTENTE
"""

import os
import pathlib
import pty
import subprocess
import sys
import tempfile
import threading
import time

RED, WIPE = "\033[1;31m", "\033[K"
FACTS = '{"subject": "Japan", "relation": "ally_of"}\n'


def run(program, slowly, *options, **environment):
    """What standard error shows if it is a terminal. The input comes through a pipe, at once or
    after a good second."""
    with tempfile.TemporaryDirectory() as folder:
        pipe = pathlib.Path(folder, "facts.jsonl")
        os.mkfifo(pipe)

        def feed():
            time.sleep(1.7 if slowly else 0)
            pipe.write_text(FACTS, encoding="utf-8")

        feeder = threading.Thread(target=feed)
        feeder.start()
        master, slave = pty.openpty()
        clean = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
        process = subprocess.Popen(
            [program, "check", pipe.name, *options], cwd=folder, stderr=slave, env=clean | environment
        )
        os.close(slave)
        shown = b""
        try:
            while chunk := os.read(master, 4096):
                shown += chunk
        except OSError:  # how Linux says that the other end is closed
            pass
        os.close(master)
        feeder.join()
        assert process.wait() == 1, process.returncode
        return shown.decode()


def main():
    program = os.path.abspath(sys.argv[1])
    quick = run(program, slowly=False)
    assert RED in quick and WIPE not in quick, repr(quick)
    slow = run(program, slowly=True)
    assert "Reading facts.jsonl" in slow and WIPE in slow, repr(slow)
    assert RED not in run(program, False, NO_COLOR="1")
    assert RED in run(program, False, NO_COLOR="")
    assert RED in run(program, False, "--color", "always", NO_COLOR="1")
    assert RED not in run(program, False, "--color", "never")
    quiet = run(program, True, "--quiet")
    assert "Reading" not in quiet and "missing-field" in quiet, repr(quiet)
    print("Terminals are treated as they should be.")


main()
