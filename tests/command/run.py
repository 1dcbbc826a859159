# SPDX-License-Identifier: BSL-1.0
"""Runs command tests: what the program prints and how it exits, for a given command line and input.

Usage: run.py ENTENTE [--accept] FILE.md...     (the program's file must be called entente)

A file is Markdown; each fenced block that begins with a line `% entente ...` is one case:

    ```
    % entente check facts.jsonl         a line of shell, run in an empty folder
    <<< facts.jsonl                     a file for it (`<<< -`: its standard input), up to the next mark
    {"entity": "nation/JPN", ...}
    >>>                                 what standard output must be
    ...
    2> note: ...                        each line of standard error
    => 1                                the exit status, if it is not 0
    ```

Files given in one block stay for the later blocks of the same file. $SAMPLES is the folder with the
samples. With --accept the expectations are replaced by what happened.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```\n(% .*?)^```$", re.MULTILINE | re.DOTALL)
ROOT = pathlib.Path(__file__).resolve().parents[2]


class Case:
    def __init__(self, text):
        self.commands, self.files, self.stdin = [], {}, ""
        self.out, self.err, self.status = "", [], 0
        self.input_text = ""
        target = None
        for line in text.splitlines(keepends=True):
            bare = line.rstrip("\n")
            if bare.startswith("% "):
                self.commands.append(bare[2:])
                self.input_text += line
            elif bare.startswith("<<< "):
                target = bare[4:].strip()
                self.files[target] = ""
                self.input_text += line
            elif bare == ">>>":
                target = ">>>"
            elif bare == "2>" or bare.startswith("2> "):
                self.err.append(bare[3:])
            elif bare.startswith("=> "):
                self.status = int(bare[3:])
            elif target == ">>>":
                self.out += line
            elif target is not None:
                self.files[target] += line
                self.input_text += line
            else:
                raise ValueError(f"a line that belongs to nothing: {bare}")
        self.stdin = self.files.pop("-", "")

    def run(self, program, folder):
        for name, content in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        environment = {
            "PATH": f"{pathlib.Path(program).parent}:{os.environ['PATH']}",
            "SAMPLES": str(ROOT / "samples"),
            "HOME": str(folder),
            "LC_ALL": "C.UTF-8",
        }
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):
            if name in os.environ:
                environment[name] = os.environ[name]
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", "\n".join(self.commands)],
            cwd=folder,
            env=environment,
            input=self.stdin.encode(),
            capture_output=True,
            timeout=60,
            check=False,
        )
        out = done.stdout.decode("utf-8", "replace")
        err = done.stderr.decode("utf-8", "replace").replace(str(ROOT), "$ROOT")
        return out, err.splitlines(), done.returncode

    def render(self, out, err, status):
        text = self.input_text
        if out:
            text += ">>>\n" + out + ("" if out.endswith("\n") else "\n")
        for line in err:
            text += f"2> {line}".rstrip() + "\n"
        if status:
            text += f"=> {status}\n"
        return text


def run_file(program, path, accept):
    """True if everything in the file is as it says (or was made to say so)."""
    text = path.read_text(encoding="utf-8")
    good = True
    with tempfile.TemporaryDirectory() as folder:

        def check(match):
            nonlocal good
            case = Case(match.group(1))
            happened = case.render(*case.run(program, pathlib.Path(folder)))
            expected = case.render(case.out, case.err, case.status)
            if happened != expected and not accept:
                good = False
                print(f"{path.name}: {case.commands[0]}")
                print("  expected:\n" + expected[len(case.input_text):])
                print("  happened:\n" + happened[len(case.input_text):])
            return f"```\n{happened}```"

        updated = BLOCK.sub(check, text)
    if accept:
        path.write_text(updated, encoding="utf-8")
    if not BLOCK.search(text):
        print(f"{path.name}: no case in it")
        return False
    return good


def main():
    arguments = [a for a in sys.argv[1:] if a != "--accept"]
    program, files = os.path.abspath(arguments[0]), arguments[1:]
    accept = "--accept" in sys.argv
    bad = [f for f in files if not run_file(program, pathlib.Path(f), accept)]
    print(f"{len(files) - len(bad)} of {len(files)} files passed")
    return 1 if bad or not files else 0


sys.exit(main())
