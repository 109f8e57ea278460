"""script/bench: measures, prints as it goes, and ends with a table for the README."""

import os
import sys
import time

from appends import appends
from engines import engines
from figure import table
from first_visit import first_visit
from history import new_device, reopen, search, tap
from memory import memory
from photos import photos, scroll
from reads import reads

PARTS = {
    "first-visit": first_visit,
    "new-device": new_device,
    "reopen": reopen,
    "tap": tap,
    "search": search,
    "photos": photos,
    "scroll": scroll,
    "appends": appends,
    "reads": reads,
    "memory": memory,
    "engines": engines,
}


def main(wanted):
    began = os.getloadavg()[0]
    figures = []
    for name in wanted:
        print(f"\n{name}", flush=True)
        for figure in PARTS[name]():
            print(figure.line(), flush=True)
            figures.append(figure)
    if figures:
        print(f"\n{table(figures)}\n")
        busy = f", load {began:.1f} from other work when it began" if began > 0.5 else ""
        print(f"Measured {time.strftime('%Y-%m-%d')} on {os.cpu_count()} cores{busy}, all on one machine.")


main(sys.argv[1:])
