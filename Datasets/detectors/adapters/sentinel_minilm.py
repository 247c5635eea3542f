"""The algorithm of Roblox Sentinel 2.0 (https://github.com/Roblox/Sentinel, Apache-2.0), written anew
over the sentence encoder all-MiniLM-L6-v2.

A text is compared with an index of risky texts and one of common texts: the k nearest of each are
merged, the k nearest of all are kept, and its score is ln(mean exp S+ / mean exp S-), 0 where that is
negative or below the floor of .1. The texts of a conversation are aggregated by (mean - median) / sigma,
0 below ten texts. Texts that are equal count once, as in the original.

What is ours: the aggregate a in -1…1 is given as (1 + a) / 2, which keeps its order; a text that was
seen keeps its score and is not encoded again; the indices are drawn from the train split: messages with
a sign (every message of a grooming conversation, where the corpus marks no signs) and messages of benign
conversations, five times as many.
"""

from nightlight_adapter import serve, unavailable

try:
    import numpy as np

    from minilm import encode
except ImportError as error:
    unavailable(f"{error.name or error} is not installed; run 'make detectors'")

import bisect
import math
import random

SHORTEST = 10
model = {}


def train(conversations, parameters, seed):
    marked, unmarked, common = [], [], []
    for conversation in conversations:
        for message in conversation["messages"]:
            if not message["text"]:
                continue
            if conversation["label"] != "grooming":
                common.append(message["text"])
            elif message.get("signs"):
                marked.append(message["text"])
            else:
                unmarked.append(message["text"])
    draw = random.Random(seed)
    most = parameters.get("positives", 400)
    risky, common = sorted(set(marked or unmarked)), sorted(set(common))
    risky = draw.sample(risky, min(most, len(risky)))
    common = draw.sample(common, min(5 * len(risky), len(common)))
    model["k"] = parameters.get("top_k", 5)
    model["floor"] = parameters.get("floor", 0.1)
    model["risky"], model["common"] = encode(risky), encode(common)


def contrast(text):
    """The score of one text."""
    vector, k = encode([text])[0], model["k"]

    def nearest(index):
        similar = index @ vector
        best = np.partition(similar, len(similar) - k)[-k:] if len(similar) > k else similar
        return sorted((float(x) for x in best), reverse=True)

    risky, common = nearest(model["risky"]), nearest(model["common"])
    merged = sorted([(x, True) for x in risky] + [(x, False) for x in common], key=lambda m: -m[0])
    plus = [x for x, is_risky in merged[:k] if is_risky] or risky[:1]
    minus = [x for x, is_risky in merged[:k] if not is_risky] or common[:1]
    if not plus or not minus:
        return 0.0
    ratio = (sum(map(math.exp, plus)) / len(plus)) / (sum(map(math.exp, minus)) / len(minus))
    value = math.log(ratio) if ratio > 1 else 0.0
    return value if value >= model["floor"] else 0.0


class Prefix:
    """The distinct texts of a conversation so far, and their scores in order of size."""

    def __init__(self):
        self.texts, self.sorted = set(), []

    def aggregate(self):
        count = len(self.sorted)
        if count < SHORTEST:
            return 0.0
        mean = math.fsum(self.sorted) / count
        sigma = math.sqrt(math.fsum((x - mean) ** 2 for x in self.sorted) / count)
        # Equal scores have no spread; what a sum leaves of it is rounding.
        if self.sorted[0] == self.sorted[-1] or sigma == 0:
            return 0.0
        median = (self.sorted[count // 2] + self.sorted[(count - 1) // 2]) / 2
        return (mean - median) / sigma


def score(prefix, message):
    if message.text not in prefix.texts:
        prefix.texts.add(message.text)
        bisect.insort(prefix.sorted, contrast(message.text))
    return min(1.0, max(0.0, (1 + prefix.aggregate()) / 2))


if __name__ == "__main__":
    serve(score, begin=Prefix, train=train, name="sentinel-minilm", version="1.0")
