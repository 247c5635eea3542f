#!/usr/bin/env python3
"""Writes vectors.json: what scikit-learn says on small made-up counts.

usage: python3 vectors.py > vectors.json      (needs numpy and scikit-learn; the tests only read the JSON)
"""
import json
import random

import numpy as np
import sklearn
from sklearn.calibration import _sigmoid_calibration
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.naive_bayes import ComplementNB, MultinomialNB
from sklearn.svm import LinearSVC

R = random.Random(20240607)
N, V = 60, 40


def document(positive):
    row = [0] * V
    for _ in range(R.randrange(3, 40)):
        # The first ten features lean one way, the next ten the other; the rest say nothing.
        u = R.random()
        if u < 0.4:
            lean = (R.random() < 0.7) == positive
            row[R.randrange(10) + (0 if lean else 10)] += 1
        else:
            row[20 + int(20 * R.random() ** 2)] += 1
    return row


labels = [i % 3 == 0 for i in range(N)]
counts = [document(y) for y in labels]
for feature in range(V):  # no feature without a document
    if not any(row[feature] for row in counts):
        counts[feature][feature] = 1
held = [document(i % 2 == 0) for i in range(10)]
X, y = np.array(counts), np.array(labels).astype(int)

tfidf = TfidfTransformer(sublinear_tf=True)
T = tfidf.fit_transform(X)
linear = []
for kind, c in [(k, c) for k in ("logistic", "squaredHinge") for c in (0.1, 1.0, 10.0, 100.0)]:
    if kind == "logistic":
        m = LogisticRegression(solver="liblinear", C=c, tol=1e-10, max_iter=1_000_000)
    else:
        m = LinearSVC(C=c, tol=1e-10, max_iter=1_000_000)
    m.fit(T, y)
    w, b = m.coef_[0], float(m.intercept_[0])
    margin = np.where(y == 1, 1, -1) * (T @ w + b)
    loss = np.log1p(np.exp(-margin)) if kind == "logistic" else np.maximum(0, 1 - margin) ** 2
    linear.append({"loss": kind, "c": c, "weights": list(w), "bias": b,
                   "objective": float(0.5 * (w @ w + b * b) + c * loss.sum()),
                   "margins": list(tfidf.transform(np.array(held)) @ w + b)})

bayes = []
for alpha in (0.01, 0.5, 1.0):
    m = MultinomialNB(alpha=alpha).fit(X, y)
    joint = m.predict_joint_log_proba(np.array(held))
    bayes.append({"alpha": alpha, "logOdds": list(joint[:, 1] - joint[:, 0])})

complement = []
for alpha in (0.01, 0.1, 0.5, 1.0, 10.0):
    for norm in (False, True):
        m = ComplementNB(alpha=alpha, norm=norm).fit(X, y)
        joint = m.predict_joint_log_proba(np.array(held))
        complement.append({"alpha": alpha, "norm": norm, "margins": list(joint[:, 1] - joint[:, 0])})

dense = [[R.gauss(0, 1), R.gauss(0.4 * k, 2), R.random()] for k in y]
small = []
for c in (0.01, 1.0, 100.0):
    m = LogisticRegression(C=c, tol=1e-12, max_iter=100_000, solver="newton-cholesky").fit(dense, y)
    small.append({"c": c, "weights": list(m.coef_[0]), "bias": float(m.intercept_[0])})

margins = [R.gauss(1.3 if k else -0.4, 1.1) * 7 + 3 for k in y]
a, b = _sigmoid_calibration(np.array(margins), y)
rounded = [round(x / 7) for x in margins]

json.dump({
    "scikit-learn": sklearn.__version__,
    "featureCount": V, "counts": counts, "labels": labels, "held": held,
    "tfidf": T.toarray().tolist(), "linear": linear, "bayes": bayes,
    "complement": complement, "dense": dense, "small": small,
    "margins": margins, "platt": {"slope": -float(a), "intercept": -float(b)},
    "averagePrecision": float(average_precision_score(y, margins)),
    "rounded": rounded, "averagePrecisionWithTies": float(average_precision_score(y, rounded)),
}, __import__("sys").stdout)
print()
