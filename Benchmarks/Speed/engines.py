"""What the engines reach: how early closeness is read, and how well the coach reads a message. They print their own tables."""

import subprocess

from relay import ROOT

RELEASE = ROOT / ".build/release"
LABELLED = ROOT / "Tests/CoachTests/held-back.txt"


def engines():
    run("insight-bench", "300")
    run("coach-train", "check", ROOT / "Content/en/coach", ROOT / "Training/coach/held-back.jsonl")
    return []


def run(program, *arguments):
    print(f"\n$ {program} {' '.join(str(argument).removeprefix(f'{ROOT}/') for argument in arguments)}", flush=True)
    if subprocess.run([RELEASE / program, *arguments], cwd=ROOT).returncode:
        raise SystemExit(f"{program} failed")
