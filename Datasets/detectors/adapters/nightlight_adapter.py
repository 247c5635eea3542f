"""The detector's side of the protocol nightlight/1, in one file, standard library only.

    from nightlight_adapter import serve

    serve(lambda messages: 0.9 if "secret" in messages[-1].text else 0.1, name="secret-word")

`score(messages)` gets the messages of a conversation so far, oldest first, after each message, and
gives a number in 0…1, or a pair of it and the name of a stage. For a cost that does not grow with the
prefix, keep a state instead: `begin()` makes it, and `score(state, message)` is called.

    serve(score, begin=MyState, train=train, name="my-detector", version="1.2")

`train(conversations, parameters, seed)` gets the labelled conversations of the train split, each the
JSON object of its line (`label`, `messages`: `author`, `text`, …). It is the only place where labels
are given. What the program prints goes to the log (standard error): standard output is the protocol's.
"""

import json
import math
import os
import sys
import time

PROTOCOL = "nightlight/1"
# Standard output is the protocol's: from here on, what is printed goes to the log.
_REPLIES = os.fdopen(os.dup(1), "wb", buffering=0)
os.dup2(2, 1)

UNAVAILABLE = 69  # EX_UNAVAILABLE of sysexits.h: a package is missing, the host skips the detector


class Message:
    """A message: who wrote it ("a", "b", …), when (milliseconds since 1970, or None), and the text."""

    __slots__ = ("author", "at_ms", "text")

    def __init__(self, author, at_ms, text):
        self.author, self.at_ms, self.text = author, at_ms, text


def unavailable(sentence):
    """Ends the program before its greeting, because something it needs is not installed."""
    print(sentence, file=sys.stderr)
    sys.exit(UNAVAILABLE)


def conversations(path):
    """The conversations of a training file, one after the other."""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def serve(score, begin=None, train=None, name="detector", version="1", deterministic=True):
    """Answers the host until it says goodbye or hangs up."""
    parameters, seed = {}, 0
    state, last = None, 0.0

    def reply(answer):
        _REPLIES.write(json.dumps(answer, allow_nan=False).encode() + b"\n")

    for line in sys.stdin.buffer:
        request = json.loads(line)
        operation = request["op"]
        if operation == "message":
            message = Message(request["author"], request["at_ms"], request["text"])
            start = time.perf_counter_ns()
            if begin is None:
                state.append(message)
                result = score(state)
            else:
                result = score(state, message)
            elapsed = time.perf_counter_ns() - start
            last, stage = result if isinstance(result, tuple) else (result, None)
            last = float(last)
            if not (math.isfinite(last) and 0 <= last <= 1):
                raise ValueError("a score must be a number in 0…1")
            reply({"id": request["id"], "score": last, "stage": stage, "compute_ns": elapsed})
        elif operation == "begin":
            state, last = ([] if begin is None else begin()), 0.0
        elif operation == "end":
            reply({"id": request["id"], "score": last})
        elif operation == "hello":
            if request["protocol"] != PROTOCOL:
                raise ValueError("another protocol than " + PROTOCOL)
            parameters, seed = request["params"], request["seed"]
            reply(
                {
                    "op": "hello",
                    "name": name,
                    "version": version,
                    "modes": ["stream"],
                    "deterministic": deterministic,
                    "trains": train is not None,
                }
            )
        elif operation == "train":
            train(conversations(request["path"]), parameters, seed)
            reply({"op": "trained"})
        elif operation == "bye":
            return
