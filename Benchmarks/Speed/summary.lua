-- What load.py reads: printed once at the end, times in seconds and microseconds.
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    'summary {"requests": %d, "seconds": %.6f, "bad": %d, "broken": %d, "p99": %d}\n',
    summary.requests, summary.duration / 1e6, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout, latency:percentile(99)))
end
