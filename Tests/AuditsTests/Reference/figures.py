#!/usr/bin/env python3
"""Writes figures.json: figures of the audits on made-up data by other programs.

usage: python3 figures.py > figures.json
(needs numpy, scipy, scikit-learn, lexicalrichness and datasketch; the tests only read the JSON)
"""
import importlib.metadata
import json
import sys
from collections import Counter

import numpy as np
from datasketch import MinHash
from lexicalrichness import LexicalRichness
from scipy.stats import ks_2samp
from sklearn.metrics import mutual_info_score, roc_auc_score

R = np.random.default_rng(20250311)
VERSIONS = ["numpy", "scipy", "scikit-learn", "lexicalrichness", "datasketch"]


def words(count, types, skew):
    weights = 1 / np.arange(1, types + 1) ** skew
    return [int(w) for w in R.choice(types, size=count, p=weights / weights.sum())]


def diversity(tokens):
    text = LexicalRichness([f"w{t}" for t in tokens], preprocessor=None, tokenizer=None)
    pairs = list(zip(tokens, tokens[1:]))
    counts = np.array(sorted(Counter(tokens).values(), reverse=True)[:1000], float)
    slope = np.polyfit(np.log(np.arange(1, len(counts) + 1)), np.log(counts), 1)[0]
    return {"tokens": tokens, "mtld": text.mtld(threshold=0.72), "typesPerToken": text.ttr,
            "distinctPairs": len(set(pairs)) / len(pairs), "zipfSlope": float(slope)}


def shingles(text):
    return {text[i:i + 5] for i in range(len(text) - 4)}


def similarity(a, b):
    signatures = []
    for text in (a, b):
        signature = MinHash(num_perm=2048, seed=1)
        for shingle in shingles(text):
            signature.update(shingle.encode())
        signatures.append(signature)
    x, y = shingles(a), shingles(b)
    return {"a": a, "b": b, "jaccard": len(x & y) / len(x | y),
            "estimate": signatures[0].jaccard(signatures[1])}


def information(labels, categories):
    # Miller 1955: a plug-in entropy of m cells is too small by (m - 1) / 2N nats.
    n = len(labels)
    cells = len(set(zip(labels, categories)))
    correction = (len(set(labels)) - 1 + len(set(categories)) - 1 - (cells - 1)) / (2 * n)
    bits = (mutual_info_score(labels, categories) + correction) / np.log(2)
    return {"labels": labels, "categories": categories, "bits": float(bits)}


def kuiper(a, b):
    grid = np.sort(np.concatenate([a, b]))
    gap = (np.searchsorted(np.sort(a), grid, side="right") / len(a)
           - np.searchsorted(np.sort(b), grid, side="right") / len(b))
    return float(max(gap.max(), 0) + max(-gap.min(), 0))


pairs = [
    ("can you bring the blue ladder back on friday", "can you bring the blue ladder back on monday"),
    ("the train was late again this morning", "the train was late again this morning and full"),
    ("we could paint the fence after lunch", "nobody told me about the choir practice"),
    ("remember to water the tomatoes while we are away on the coast until next week",
     "remember to water the tomatoes while we are away at the coast until next week"),
]
labels = [int(x) for x in R.integers(0, 2, 300)]
samples = [(np.round(R.normal(size=80), 1), np.round(R.normal(0.4, 1.3, size=120), 1)),
           (R.integers(0, 24, 60).astype(float), R.integers(6, 22, 90).astype(float))]
scores = np.round(R.normal(size=200), 1)
truth = R.random(200) < 0.3
json.dump({
    "versions": {name: importlib.metadata.version(name) for name in VERSIONS},
    "diversity": [diversity(words(*p)) for p in [(400, 80, 1.0), (3000, 2500, 1.05), (50, 9, 0.3)]],
    "similarity": [similarity(*p) for p in pairs],
    "information": [
        information(labels, [int(x) for x in R.integers(0, 4, 300)]),
        information(labels, [x if R.random() < 0.7 else 2 for x in labels])],
    "distances": [{"a": a.tolist(), "b": b.tolist(), "ks": float(ks_2samp(a, b).statistic),
                   "kuiper": kuiper(a, b)} for a, b in samples],
    "ranking": {"scores": scores.tolist(), "labels": truth.tolist(),
                "auroc": float(roc_auc_score(truth, scores))},
}, sys.stdout)
print()
