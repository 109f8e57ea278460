"""What a refusal leaves behind: nothing that tells it from not having looked.

This is about what goes over the wire, which is the same in every engine.
"""

from engines import expect
from people import newly_paired
from test_walk import shared_plan, want_everything, want_one


def traces_of_a_round(one, two, refusal):
    """What `two` gets to hear when `one` wants one thing too, and refuses another or doesn't look at it."""
    assert want_one(one, refusal)
    two.place("Together")
    expect(shared_plan(two)).to_have_count(1)
    one.everything_sent()
    two.everything_sent()
    answers = [
        (found.method, found.status, [pair for pair in found.headers if pair[0] != "date"], len(found.body))
        for found in two.wire.answers("PUT", "/match/") + two.wire.answers("GET", "/match/")
    ]
    live = b"".join(bytes(found.body) for found in two.wire.answers("GET", "/api/live"))
    entries = sorted(len(found.content) for found in two.entries(two.space("shared")))
    return answers, live.count(b"event: match"), entries


def test_a_refusal_and_not_having_looked_leave_the_same_traces(chromium, relay):
    """Two couples that differ in one thing: in one a practice is refused, in the other it is not looked at."""
    traces = []
    names = iter(range(10))
    for refusal in ("Never", None):
        # What is offered is left to chance; now and then only one of five things takes two.
        while True:
            one, two = newly_paired(chromium, relay, next(names))
            if len(want_everything(two)) > 1:
                break
            one.close(), two.close()
        traces.append(traces_of_a_round(one, two, refusal))
        one.close(), two.close()
    assert traces[0] == traces[1]
    assert traces[0][0] and traces[0][1] == 1
