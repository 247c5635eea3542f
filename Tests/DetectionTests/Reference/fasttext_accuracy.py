#!/usr/bin/env python3
"""Writes fasttext_accuracy.json: made-up texts of two classes and the accuracy of the original fastText on them.

usage: python3 fasttext_accuracy.py > fasttext_accuracy.json
(needs fasttext-wheel 0.9.2; the tests only read the JSON)

Words are pairs of syllables. A class shows in how often some words occur and, for other words, only in
their order, which no count of single words can tell.
"""
import importlib.metadata
import json
import random
import sys
import tempfile

import fasttext

R = random.Random(20250412)
TRAIN, TEST = 600, 1000
SYLLABLES = [c + v for c in "bdfgklmnprst" for v in "aeiou"]
WORDS = [a + b for a in SYLLABLES for b in SYLLABLES]
R.shuffle(WORDS)
LEAN, ORDERED, PLAIN = WORDS[:40], WORDS[40:60], WORDS[60:300]
PARAMETERS = dict(dim=16, lr=0.5, epoch=25, wordNgrams=2, minCount=1, bucket=1 << 18,
                  loss="softmax", thread=1)


def text(positive):
    words = []
    for _ in range(R.randrange(3, 10)):
        u = R.random()
        if u < 0.2:
            same = R.random() < 0.75
            words.append(R.choice(LEAN[:20] if same == positive else LEAN[20:]))
        elif u < 0.4:
            pair = R.randrange(10)
            first, second = ORDERED[pair], ORDERED[10 + pair]
            words += [first, second] if (R.random() < 0.85) == positive else [second, first]
        else:
            words.append(PLAIN[int(240 * R.random() ** 2)])
    return " ".join(words)


labels = [R.random() < 0.5 for _ in range(TRAIN + TEST)]
texts = [text(label) for label in labels]
with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
    for label, line in zip(labels[:TRAIN], texts[:TRAIN]):
        file.write(f"__label__{int(label)} {line}\n")
    file.flush()
    model = fasttext.train_supervised(file.name, verbose=0, **PARAMETERS)
# The wrapped object: the wrapper's own predict does not run with numpy 2.
predicted = [model.f.predict(line + "\n", 1, 0.0, "strict")[0][1] == "__label__1"
             for line in texts[TRAIN:]]
accuracy = sum(p == label for p, label in zip(predicted, labels[TRAIN:])) / TEST
json.dump({"fasttext-wheel": importlib.metadata.version("fasttext-wheel"),
           "parameters": PARAMETERS, "train": TRAIN, "accuracy": accuracy,
           "labels": "".join(str(int(label)) for label in labels), "texts": texts},
          sys.stdout, separators=(",", ":"))
print()
