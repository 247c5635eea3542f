#!/usr/bin/env python3
"""Writes forest.json: the trees of a fitted scikit-learn IsolationForest and its scores.

usage: python3 forest.py > forest.json      (needs numpy and scikit-learn; the tests only read the JSON)
"""
import json

import numpy as np
import sklearn
from sklearn.ensemble import IsolationForest
from sklearn.ensemble._iforest import _average_path_length

R = np.random.default_rng(20240607)
# scikit-learn compares in single precision, so the values are exact in it.
X = R.normal(size=(400, 5)).astype(np.float32)
X[:, 4] = R.integers(0, 3, size=400)
X[7] = [9, -8, 7, 9, 2]
held = np.concatenate([X[:20], (3 * R.normal(size=(20, 5))).astype(np.float32)])

runs = []
for trees, subsample in [(12, 64), (5, 100), (3, 2)]:
    model = IsolationForest(n_estimators=trees, max_samples=subsample, random_state=1).fit(X)
    forest = []
    for estimator in model.estimators_:
        t = estimator.tree_
        forest.append({"left": t.children_left.tolist(), "right": t.children_right.tolist(),
                       "feature": t.feature.tolist(), "threshold": t.threshold.tolist(),
                       "rows": t.n_node_samples.tolist()})
    runs.append({"subsample": subsample, "trees": forest,
                 "scores": (-model.score_samples(held)).tolist()})

counts = [0, 1, 2, 3, 4, 5, 10, 100, 256, 257, 1000, 100000]
json.dump({
    "scikit-learn": sklearn.__version__, "rows": held.astype(float).tolist(), "runs": runs,
    "counts": counts, "averagePaths": _average_path_length(np.array(counts)).tolist(),
}, __import__("sys").stdout, separators=(",", ":"))
print()
