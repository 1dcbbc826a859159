# SPDX-License-Identifier: BSL-1.0
"""What every goal needs: the program, the data, a folder for outputs, and a way to measure and compare."""
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import generate

HERE = Path(__file__).resolve().parent
PYTHON = "/usr/bin/python3"  # Debian's, for which the peers are installed


class NotCounted(Exception):
    """A figure that must not stand in the table, with the reason."""


@dataclass
class Measured:
    """Medians of all runs of one command."""

    cpu: float
    wall: float
    peak: int
    out: str
    runs: list

    def printed(self, key):
        """The median of what the command printed as key=number."""
        return statistics.median(
            float(word.partition("=")[2]) for run in self.runs for word in run["out"].split() if word.startswith(key + "=")
        )

    def answered(self, key):
        """The first "key":number of the JSON that the command printed."""
        found = re.search(rf'"{key}":\s*(\d+)', self.out)
        return int(found[1]) if found else None


class Workshop:
    def __init__(self, program, tools, data, runs):
        self.program, self.tools, self.data, self.runs = str(program), Path(tools), Path(data), runs
        self.outputs = self.data / "outputs"
        self.outputs.mkdir(parents=True, exist_ok=True)
        self.vocabulary = self.data / "vocabulary.json"
        self.vocabulary.write_text(self.ask("vocabulary", "--format", "json"), encoding="utf-8")

    def say(self, text):
        print(text, file=sys.stderr, flush=True)

    def identity(self):
        """Another one if the program is built anew."""
        found = os.stat(self.program)
        return found.st_ino, found.st_mtime_ns, found.st_size

    def ask(self, *words):
        done = subprocess.run([self.program, *map(str, words)], capture_output=True, text=True)
        if done.returncode != 0:
            raise NotCounted(f"entente {words[0]} failed: {done.stderr.strip()[:300]}")
        return done.stdout

    def accepts(self, *words):
        """Why the program does not do this; nothing if it does."""
        done = subprocess.run([self.program, *map(str, words)], capture_output=True, text=True)
        return "" if done.returncode == 0 else (done.stderr.strip().splitlines() or ["no reason given"])[0]

    def facts(self, count):
        return [str(path) for path in generate.generate(count, self.data)]

    def output(self, name):
        return str(self.outputs / name)

    def peer(self, script, *words):
        return [PYTHON, "-B", str(HERE / "peers" / script), *map(str, words)]

    def missing_module(self, module, package):
        found = subprocess.run([PYTHON, "-c", f"import {module}"], capture_output=True)
        return "" if found.returncode == 0 else f"{package} is not installed"

    def missing_tool(self, name, package):
        return "" if (self.tools / name).exists() else f"{name} was not built: is {package} installed?"

    def tool(self, name, *words):
        return [str(self.tools / name), *map(str, words)]

    def measure(self, commands, outputs=(), runs=None):
        """Runs all of them in turn (measure.py), each without the output of its last run. {name: Measured, or why it failed}."""
        self.say("  measuring " + ", ".join(commands))
        order = json.dumps({"runs": runs or self.runs, "commands": commands, "outputs": list(outputs)})
        done = subprocess.run([sys.executable, "-I", str(HERE / "measure.py")], input=order, capture_output=True, text=True, check=True)
        results = {}
        for name, all_runs in json.loads(done.stdout).items():
            failed = [run for run in all_runs if run["status"] != 0]
            if failed:
                reason = f"{name} failed ({failed[0]['status']}): {failed[0]['err'].strip()[-300:]}"
                results[name] = reason
                continue
            median = {key: statistics.median(run[key] for run in all_runs) for key in ("cpu", "wall", "peak")}
            for run in all_runs:
                run["out"] = run["out"][:300]
            results[name] = Measured(**median, out=all_runs[-1]["out"], runs=all_runs)
        return results

    def difference(self, ours, *words):
        """What compare.py finds; empty if nothing."""
        self.say(f"  comparing {Path(ours).name}")
        done = subprocess.run(
            [sys.executable, "-B", str(HERE / "compare.py"), str(self.vocabulary), str(ours), *map(str, words)],
            capture_output=True, text=True,
        )  # fmt: skip
        if done.returncode == 0:
            return ""
        found = (done.stdout + done.stderr).strip()
        self.say("  DIFFERENT:\n" + found)
        lines = found.splitlines() or ["no reason given"]
        return "outputs differ: " + (lines[-1] if done.stderr else lines[0])

    def run_script(self, name, *words):
        subprocess.run([sys.executable, "-B", str(HERE / name), *map(str, words)], check=True)

    def same_bytes(self, one, other):
        return "" if subprocess.run(["cmp", "-s", one, other]).returncode == 0 else "outputs differ in their bytes"

    def remove(self, *paths):
        for path in paths:
            if os.path.isdir(path):
                shutil.rmtree(path)
            elif os.path.exists(path):
                os.remove(path)
