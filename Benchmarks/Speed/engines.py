"""What the engines reach: how early closeness is read, how soon advice helps, how well the coach reads.

They print tables of their own.
"""

import os
import subprocess

from coach import letters
from relay import ROOT


def engines():
    run("insight-bench", "300")
    run("advice-bench", "100")
    labelled = os.environ.get("LABELLED")
    if labelled:
        run("coach-train", "check", "Content/en/coach", os.path.abspath(labelled))
    else:
        print("  The coach was not measured: name a file of labelled messages in LABELLED (docs/coach.md).")
    return letters()


def run(program, *arguments):
    print(f"  {program} {' '.join(arguments)}\n", flush=True)
    if subprocess.run([ROOT / ".build/release" / program, *arguments], cwd=ROOT).returncode:
        raise SystemExit(f"{program} failed")
