#!/usr/bin/env python3
"""Writes sentinel.json: what Roblox Sentinel 2.0 says on small made-up vectors.

usage: python3 sentinel.py > sentinel.json      (needs numpy; the tests only read the JSON)

The package `roblox-sentinel` could not be installed where this was written, so this is NOT its output:
it is a reimplementation in numpy, in double precision, written from the published source of
`SentinelLocalIndex.calculate_rare_class_affinity` and `score_formulae` (github.com/Roblox/Sentinel,
Apache-2.0). Sentinel itself computes cosines in single precision.
"""
import json

import numpy as np

WIDTH, TOP_K, FLOOR = 16, 5, 0.1


def nearest(query, index):
    """The cosines of the TOP_K nearest rows, falling."""
    unit = index / np.linalg.norm(index, axis=1, keepdims=True)
    return sorted((unit @ (query / np.linalg.norm(query))).tolist(), reverse=True)[:TOP_K]


def text_score(query, positive, negative):
    """The unclipped log ratio and the score that is kept."""
    plus, minus = nearest(query, positive), nearest(query, negative)
    merged = sorted([(s, "+") for s in plus] + [(s, "-") for s in minus], key=lambda m: -m[0])[:TOP_K]
    # A side that none of the nearest belongs to is stood for by its nearest one.
    rare = [s for s, side in merged if side == "+"] or plus[:1]
    common = [s for s, side in merged if side == "-"] or minus[:1]
    ratio = float(np.log(np.mean(np.exp(rare)) / np.mean(np.exp(common))))
    return ratio, (ratio if ratio >= FLOOR else 0.0)


def aggregates(scores):
    scores = np.array(scores)
    positives = scores[scores > 0]
    spread = scores.std() if scores.size else 0
    skewness = (scores.mean() - np.median(scores)) / spread if scores.size >= 10 and spread else 0
    if not positives.size:
        zero = dict.fromkeys(
            ("mean_of_positives", "top_k_mean", "percentile_score", "softmax_weighted_mean",
             "max_score"), 0)
        return {"skewness": float(skewness), **zero}
    weights = np.exp(positives - positives.max())
    return {
        "skewness": float(skewness),
        "mean_of_positives": float(positives.mean()),
        "top_k_mean": float(np.sort(positives)[-3:].mean()),
        "percentile_score": float(np.percentile(positives, 90)),
        "softmax_weighted_mean": float((weights / weights.sum() * positives).sum()),
        "max_score": float(positives.max()),
    }


def rounded(rows):
    """Whole numbers, as the index under test takes them; rows of length about 150."""
    return np.round(rows / np.linalg.norm(rows, axis=-1, keepdims=True) * 150)


R = np.random.default_rng(20250807)
centre = R.normal(size=WIDTH)
cases = []
for count, positives, negatives, lean in [
        (24, 12, 40, 0.8), (11, 4, 4, 0.3), (40, 3, 60, 1.0), (9, 12, 12, 0.8), (10, 2, 9, 0.0),
        (60, 30, 30, 0.5), (1, 1, 1, 0.9), (14, 20, 5, -0.8)]:
    positive = rounded(R.normal(size=(positives, WIDTH)) * 0.6 + centre)
    negative = rounded(R.normal(size=(negatives, WIDTH)) - 0.3 * centre)
    # A duplicate on a side counts twice.
    if negatives > 10:
        negative[1] = negative[0]
        positive[-1] = positive[0]
    queries = rounded(R.normal(size=(count, WIDTH)) + lean * centre * R.integers(0, 2, size=(count, 1)))
    # Texts are keys: one said again has no score of its own.
    texts = list(range(count)) + [0, 2][:max(0, min(2, count - 1))]
    judged = [text_score(q, positive, negative) for q in queries]
    scores = [s for _, s in judged]
    cases.append({
        "positive": positive.astype(int).tolist(), "negative": negative.astype(int).tolist(),
        "queries": queries.astype(int).tolist(),
        "texts": texts, "logRatios": [r for r, _ in judged], "scores": scores,
        "aggregates": aggregates(scores)})


def given(scores):
    return {"scores": scores, "aggregates": aggregates(scores)}


defects = {
    "D1": [given([0.6] * 9)],
    "D2": [given([0.6] * k + [0.0] * (10 - k)) for k in (4, 5, 6)],
    "D3": [given([0.6] * k + [0.0] * (100 - k)) for k in (49, 51)],
    "D4": [given([hit] + [0.0] * 99) for hit in (0.11, 0.9)],
    "D5": [given([0.6] + [0.0] * (n - 1)) for n in (10, 100, 1000)],
}
json.dump({"numpy": np.__version__, "width": WIDTH, "cases": cases, "defects": defects},
          __import__("sys").stdout, indent=None, separators=(",", ":"))
print()
