"""The load tool that everything which speaks HTTP is measured with: wrk, 64 connections, two threads."""

import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

CLIENTS = 64
FOLDER = Path(__file__).resolve().parent


@dataclass
class Load:
    rate: float  # good answers a second
    requests: int
    bad: int
    p99: float  # milliseconds

    def __str__(self):
        return f"{self.rate:,.0f} a second, 99 % within {self.p99:.0f} ms"


def load(url, script, *arguments, seconds, refusals=False):
    """Runs wrk with one of the scripts here.

    A refusal is quick and must never count: it is an error, or with `refusals` left out of the rate.
    """
    run = subprocess.run(
        ["wrk", "-t2", f"-c{CLIENTS}", f"-d{seconds}s", "--timeout", "30s", "-s", FOLDER / script, url, "--", *arguments],
        capture_output=True,
        text=True,
    )
    found = re.search(r"^summary (\{.*\})$", run.stdout, re.MULTILINE)
    if not found:
        raise SystemExit(f"wrk failed against {url}:\n{run.stdout}{run.stderr}")
    summary = json.loads(found[1])
    if summary["broken"] or (summary["bad"] and not refusals):
        raise SystemExit(f"{url}: {summary['bad']} bad answers and {summary['broken']} broken connections under load")
    good = summary["requests"] - summary["bad"]
    return Load(good / summary["seconds"], good, summary["bad"], summary["p99"] / 1000)
