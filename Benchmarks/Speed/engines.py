"""What the engines reach: how early closeness is read, how soon advice helps, how well the coach reads.

They print tables of their own. DIARY names a couples' diary (CSV, docs/insight.md) for the forecasts, LABELLED labelled messages
(JSON lines, docs/coach.md) for the coach, which otherwise reads the two sets that the repository has.
"""

import json
import os
import subprocess
import tempfile

from coach import letters
from relay import ROOT
from replay import replay

# The codes of Content/en/coach/messages, in the order of the labels; "-" stands for none.
LABELS = {
    "a": "absolute", "l": "label", "m": "mind_reading", "c": "contempt", "f": "faux_feeling", "d": "demand", "t": "threat",
    "e": "defensive", "s": "stonewall", "i": "invalidation",
}  # fmt: skip


def engines():
    diary = os.environ.get("DIARY")
    if not diary:
        print("  The forecasts were not measured: name a diary in DIARY (docs/insight.md).")
    run("Benchmarks", "insight-bench", *([os.path.abspath(diary)] if diary else []), "300")
    run("Benchmarks", "advice-bench", "100")
    native()
    labelled = os.environ.get("LABELLED")
    if labelled:
        check(os.path.abspath(labelled))
    else:
        for name in ("held-back", "everyday"):
            with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
                for line in (ROOT / f"Tests/CoachTests/{name}.txt").read_text().splitlines():
                    if line and not line.startswith("#"):
                        codes, text = line.split("|", 1)
                        file.write(json.dumps({"text": text, "labels": [LABELS[code] for code in codes.strip("-")]}) + "\n")
                file.flush()
                print(f"\n  {name}.txt of Tests/CoachTests:")
                check(file.name)
    yield from letters()
    yield from replay()


def native():
    """How long the engines take natively (Benchmarks/Engines)."""
    if subprocess.run(["swift", "package", "--package-path", "Benchmarks", "benchmark", "--target", "engines"], cwd=ROOT).returncode:
        raise SystemExit("Benchmarks/Engines failed")


def check(labelled):
    run("Training", "coach-train", "check", "Content/en/coach", labelled)


def run(package, program, *arguments):
    print(f"  {program} {' '.join(arguments)}\n", flush=True)
    if subprocess.run([ROOT / package / ".build/release" / program, *arguments], cwd=ROOT).returncode:
        raise SystemExit(f"{program} failed")
