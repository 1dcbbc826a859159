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
    """What standard error shows if it is a terminal, and whether it took so long that a progress
    line may stand there. The input comes through a pipe, at once or after a good second."""
    with tempfile.TemporaryDirectory() as folder:
        pipe = pathlib.Path(folder, "facts.jsonl")
        os.mkfifo(pipe)

        told = threading.Event()

        def feed():
            with open(pipe, "w", encoding="utf-8") as facts:  # waits for the program to open it
                if slowly == "until told":
                    told.wait(60)
                elif slowly:
                    time.sleep(1.7)
                facts.write(FACTS)

        feeder = threading.Thread(target=feed)
        feeder.start()
        master, slave = pty.openpty()
        begun = time.monotonic()
        clean = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
        process = subprocess.Popen(
            [program, "check", pipe.name, *options], cwd=folder, stderr=slave, env=clean | environment
        )
        os.close(slave)
        shown = b""
        try:
            while chunk := os.read(master, 4096):
                shown += chunk
                if b"Reading" in shown:
                    told.set()
        except OSError:  # how Linux says that the other end is closed
            pass
        os.close(master)
        feeder.join()
        assert process.wait() == 1, process.returncode
        return shown.decode(), time.monotonic() - begun > 0.9


def at_once(program, *options, **environment):
    """The same, for a run that took less than a second: on a busy machine the third or tenth may be."""
    for _ in range(50):
        shown, late = run(program, False, *options, **environment)
        if not late:
            return shown
    sys.exit("Fifty runs took a second each: on this machine nothing can be said of quick ones.")


def main():
    program = os.path.abspath(sys.argv[1])
    quick = at_once(program)
    assert RED in quick and WIPE not in quick, repr(quick)
    slow, _ = run(program, "until told")
    assert "Reading facts.jsonl" in slow and WIPE in slow, repr(slow)
    assert RED not in at_once(program, NO_COLOR="1")
    assert RED in at_once(program, NO_COLOR="")
    assert RED in at_once(program, "--color", "always", NO_COLOR="1")
    assert RED not in at_once(program, "--color", "never")
    quiet, _ = run(program, True, "--quiet")
    assert "Reading" not in quiet and "missing-field" in quiet, repr(quiet)
    print("Terminals are treated as they should be.")


main()
