#!/usr/bin/env python3
"""Writes stacking.json: isotonic curves by scikit-learn, non-negative logistic fits by SciPy.

usage: python3 stacking.py > stacking.json   (needs numpy, scipy, scikit-learn; the tests only read the JSON)
"""
import json
import random

import numpy as np
import scipy
import sklearn
from scipy.optimize import minimize
from sklearn.isotonic import IsotonicRegression

R = random.Random(20250311)


def curve(margins, labels):
    fit = IsotonicRegression(out_of_bounds="clip").fit(margins, [float(y) for y in labels])
    low, high = min(margins), max(margins)
    asked = [low - 1, high + 1] + margins + [low + (high - low) * k / 23 for k in range(24)]
    return {"margins": margins, "labels": labels,
            "bends": fit.X_thresholds_.tolist(), "values": fit.y_thresholds_.tolist(),
            "asked": asked, "probabilities": fit.predict(asked).tolist()}


def noisy(count, ties):
    margins, labels = [], []
    for _ in range(count):
        m = R.gauss(0, 2)
        margins.append(float(round(m)) if ties else m)
        labels.append(R.random() < 1 / (1 + np.exp(-m)))
    return margins, labels


curves = [curve(*noisy(80, False)), curve(*noisy(80, True)), curve([2.0, 2.0], [True, False]),
          curve([1.0, 2.0, 3.0, 4.0], [True, True, False, False]),
          curve([1.0, 2.0, 3.0, 4.0], [False, False, True, True])]


def stack(c, centre):
    labels = [i % 3 == 0 for i in range(90)]
    rows = []
    for y in labels:
        truth = R.gauss(1.2 if y else -1.2, 1)
        # Two that agree, one of noise, one that is wrong.
        rows.append([truth + R.gauss(0, 0.3), truth + R.gauss(0, 0.6), R.gauss(0, 1),
                     -truth + R.gauss(0, 2)])
    x, s = np.array(rows), np.where(labels, 1.0, -1.0)

    def objective(w):
        z = s * (x @ w[:-1] + w[-1])
        p = -s / (1 + np.exp(z)) * c
        d = w[:-1] - centre
        return (0.5 * d @ d + c * np.logaddexp(0, -z).sum(),
                np.append(d + x.T @ p, p.sum()))

    best = minimize(objective, np.zeros(5), jac=True, method="L-BFGS-B",
                    bounds=[(0, None)] * 4 + [(None, None)],
                    options={"maxiter": 10000, "ftol": 1e-16, "gtol": 1e-11})
    return {"c": c, "centre": centre, "rows": rows, "labels": labels, "weights": best.x[:-1].tolist(),
            "bias": float(best.x[-1]), "objective": float(best.fun)}


print(json.dumps({"sklearn": sklearn.__version__, "scipy": scipy.__version__, "curves": curves,
                  "stacks": [stack(c, centre) for c in (0.01, 0.1, 1.0, 10.0)
                             for centre in (0.0, 0.25)]},
                 default=lambda v: bool(v)))
