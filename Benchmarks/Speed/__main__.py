"""script/bench: measures, prints as it goes, and ends with a table for the README."""

import os
import sys

from appends import appends
from engines import engines
from figure import table
from memory import memory
from reads import reads

PARTS = {"appends": appends, "reads": reads, "memory": memory, "engines": engines}


def main(wanted):
    cores = os.cpu_count()
    print(f"{cores} cores, load {os.getloadavg()[0]:.1f} before the run")
    figures = []
    for name in wanted:
        print(f"\n{name}", flush=True)
        for figure in PARTS[name]():
            print(figure.line(), flush=True)
            figures.append(figure)


main(sys.argv[1:])
