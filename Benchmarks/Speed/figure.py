"""A figure that was measured, beside its target and what it is compared with in the same run."""

from dataclasses import dataclass


@dataclass
class Figure:
    what: str
    measured: str
    target: str
    compared: str
    holds: bool

    def line(self):
        return f"  {self.what}: {self.measured} (target {self.target}{'' if self.holds else ': NOT REACHED'})\n    beside it: {self.compared}"


def table(figures):
    """A Markdown table of figures, for the README."""
    rows = ["| what | measured | target | in the same run |", "|---|---|---|---|"]
    for figure in figures:
        measured = figure.measured if figure.holds else f"**{figure.measured}**"
        rows.append(f"| {figure.what} | {measured} | {figure.target} | {figure.compared} |")
    return "\n".join(rows)


def grouped(number):
    """A count with thousands apart."""
    return f"{round(number):,}"


def kilobytes(count):
    return f"{count / 1000:.0f} KB" if count >= 20_000 else f"{count / 1000:.1f} KB"


def megabytes(count):
    return f"{count / 1e6:.0f} MB"


def seconds(value):
    return f"{value:.2f} s"


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
