#!/usr/bin/env python3
"""Writes boosting.json: what LightGBM makes of made-up rows of numbers.

usage: python3 boosting.py > boosting.json      (needs numpy, scikit-learn and lightgbm; the tests only read the JSON)
"""
import base64
import json

import lightgbm as lgb
import numpy as np
from sklearn.metrics import roc_auc_score

R = np.random.default_rng(20240607)
ROWS, COLUMNS, TRAIN = 1500, 12, 900

# Skewed, tied and plain columns; six of them matter, two only together. Whole numbers below 2^16,
# so that a row is a few bytes and every reader has the same values; none is 0, for which LightGBM
# keeps a bin of its own.
raw = np.column_stack(
    [R.normal(size=ROWS) for _ in range(6)]
    + [R.exponential(size=ROWS) for _ in range(3)]
    + [R.integers(0, 5, size=ROWS), R.integers(0, 2, size=ROWS), R.poisson(30, size=ROWS)])
signal = (1.1 * raw[:, 0] - 0.8 * np.abs(raw[:, 1]) + 0.9 * raw[:, 2] * raw[:, 3]
          + 0.7 * np.log1p(raw[:, 6]) + 0.8 * (raw[:, 9] == 2) + 0.6 * raw[:, 10])
labels = R.random(ROWS) < 1 / (1 + np.exp(-1.5 * (signal - np.median(signal))))
low, high = raw.min(axis=0), raw.max(axis=0)
steps = np.array([60000] * 9 + [4, 1, high[11] - low[11]])
X = 1 + np.rint((raw - low) / (high - low) * steps).astype(np.uint16)

runs = []
for rounds, rate, leaves, rows, weight, l2, bins in [
        (100, 0.1, 31, 20, 1e-3, 0.0, 255), (150, 0.05, 8, 20, 1.0, 1.0, 63),
        (60, 0.1, 4, 5, 1.0, 10.0, 20)]:
    model = lgb.train(
        {"objective": "binary", "learning_rate": rate, "num_leaves": leaves, "max_bin": bins + 1,
         "min_data_in_leaf": rows, "min_sum_hessian_in_leaf": weight, "lambda_l2": l2,
         "num_threads": 1, "deterministic": True, "force_col_wise": True, "verbose": -1},
        lgb.Dataset(X[:TRAIN].astype(float), labels[:TRAIN].astype(int)), num_boost_round=rounds)
    margins = model.predict(X[TRAIN:].astype(float), raw_score=True)
    runs.append({"rounds": rounds, "learningRate": rate, "leaves": leaves, "minimumRows": rows,
                 "minimumWeight": weight, "l2": l2, "bins": bins,
                 "auroc": float(roc_auc_score(labels[TRAIN:], margins)),
                 "margins": [round(float(m), 4) for m in margins]})

json.dump({
    "lightgbm": lgb.__version__, "columns": COLUMNS, "trainRows": TRAIN,
    "rows": base64.b64encode(X.astype("<u2").tobytes()).decode(),
    "labels": "".join("01"[int(y)] for y in labels), "runs": runs,
}, __import__("sys").stdout, separators=(",", ":"))
print()
