#!/usr/bin/python3
# SPDX-License-Identifier: BSL-1.0
"""Runs commands in turn, several times, and tells what each run took.

As a program of its own it reads {"runs": 5, "commands": {"ours": ["entente", ...], ...}, "outputs": ["x.graphml", ...]} and
writes {"ours": [{...}, ...]},
because a process inherits the peak memory of the one that it was forked from: whoever measures must be small. Each round
runs every command once, so that noise of the machine meets all of them.
"""
import json
import os
import subprocess
import sys
import tempfile
import time

WARM = 1 << 30  # bytes, at least


def run(command):
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begin = time.perf_counter()
        try:
            actions = [(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, err.fileno(), 2)]
            child = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
        except OSError as problem:
            return {"status": 127, "err": f"{command[0]}: {problem.strerror}", "out": ""}
        _, status, used = os.wait4(child, 0)
        wall = time.perf_counter() - begin
        texts = []
        for file in (out, err):
            file.seek(0)
            texts.append(file.read(100_000).decode("utf-8", "replace"))
    return {
        "status": os.waitstatus_to_exitcode(status),
        "cpu": used.ru_utime + used.ru_stime,
        "wall": wall,
        "peak": used.ru_maxrss * 1024,
        "out": texts[0],
        "err": texts[1],
    }


def make_room(command, outputs):
    """Removes what the last run wrote: to free a large file takes time, which is not the next run's. How many bytes that was."""
    freed = 0
    for path in outputs:
        if path in command and os.path.exists(path):
            freed += os.path.getsize(path)
            os.remove(path)
    return freed


def warm_up(size):
    """A virtual machine gives memory that is free back to its host, and whoever wants it again waits for it: not the next run."""
    subprocess.run([sys.executable, "-I", "-S", "-c", f"b'1' * {size}"], check=True)


def main():
    order = json.load(sys.stdin)
    results = {name: [] for name in order["commands"]}
    for _ in range(order["runs"]):
        for name, command in order["commands"].items():
            if not results[name] or results[name][-1]["status"] == 0:
                written = make_room(command, order["outputs"])
                peak = results[name][-1]["peak"] if results[name] else 0
                warm_up(max(WARM, peak + written))
                results[name].append(run(command))
    json.dump(results, sys.stdout)


if __name__ == "__main__":
    main()
