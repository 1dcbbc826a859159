# SPDX-License-Identifier: BSL-1.0
"""Which machine, which versions: without them a figure says nothing."""
import os
import platform
import re
import subprocess
from pathlib import Path

PACKAGES = (
    "python3 python3-networkx python3-lxml python3-igraph python3-rdflib libigraph-dev libsimdjson-dev libbenchmark-dev nodejs g++"
).split()


def printed(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True).stdout.strip()
    except OSError:
        return ""


def first(pattern, text):
    found = re.search(pattern, text, re.MULTILINE)
    return found[1].strip() if found else ""


def describe(program, root):
    cpu, memory = (Path(f"/proc/{name}").read_text() for name in ("cpuinfo", "meminfo"))
    versions = printed("dpkg-query", "-W", "-f", "${Package} ${Version} ${db:Status-Status}\n", *PACKAGES)
    system = first(r'^PRETTY_NAME="(.*)"', Path("/etc/os-release").read_text())
    kibibytes = int(first(r"^MemTotal:\s*(\d+)", memory) or 0)
    return {
        "processor": first(r"^model name\s*:\s*(.*)$", cpu),
        "cores": len(os.sched_getaffinity(0)),
        "memory": f"{kibibytes / 1024**2:.0f} GiB",
        "system": f"{system}, Linux {platform.release()}",
        "load": f"{os.getloadavg()[0]:.1f} at the beginning",
        "entente": (printed(program, "--version").splitlines() or [""])[0],
        "commit": printed("git", "-C", str(root), "describe", "--always", "--dirty", "--exclude=*"),
        "versions": {words[0]: words[1] for words in map(str.split, versions.splitlines()) if words[-1] == "installed"},
    }


def sentence(machine):
    versions = ", ".join(f"{name.removeprefix('python3-')} {version}" for name, version in machine["versions"].items())
    return (
        f"{machine['cores']} cores of {machine['processor']}, {machine['memory']}, {machine['system']}; load {machine['load']}. "
        f"{machine['entente']}, commit {machine['commit']}. {versions}."
    )
