"""The smallest server that the relay's framework makes (Benchmarks/Sources/Hello)."""

from relay import ROOT, started, stop

PROGRAM = ROOT / "Benchmarks/.build/release/hello-bench"


class Hello:
    def __enter__(self):
        self.process, port, _ = started([PROGRAM, "0"])
        self.url = f"http://127.0.0.1:{port}/"
        return self

    def __exit__(self, *_):
        stop(self.process)
