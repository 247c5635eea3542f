#!/usr/bin/env python3
"""Writes liblinear.json: what LIBLINEAR, called by scikit-learn, makes of a small sparse problem.

usage: python3 liblinear.py > liblinear.json      (needs numpy and scikit-learn; the tests only read the JSON)

A row is the sequence of its features with repetitions, drawn from a Zipf-like vocabulary whose middle
leans one way or the other with the class. The first rows are fitted, all are predicted.
"""
import json
import random
import sys

import numpy as np
import sklearn
from scipy.sparse import lil_matrix
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

R = random.Random(20250309)
ROWS, FITTED, V = 1000, 400, 500


def row(positive):
    features = []
    for _ in range(R.randrange(4, 20)):
        feature = min(V - 1, int(V * R.random() ** 3))
        # From feature 60 on, even ones lean towards the positive class.
        if feature >= 60 and R.random() < 0.35:
            feature = feature // 2 * 2 + (0 if positive else 1)
        features.append(feature)
    return features


labels = [R.random() < 0.4 for _ in range(ROWS)]
rows = [row(label) for label in labels]
counts = lil_matrix((ROWS, V))
for index, features in enumerate(rows):
    for feature in features:
        counts[index, feature] += 1
counts = counts.tocsr()
y = np.array(labels).astype(int)
seen = np.asarray((counts[:FITTED] > 0).sum(axis=0)).ravel() > 0
tfidf = TfidfTransformer(sublinear_tf=True).fit(counts[:FITTED][:, seen])
X = tfidf.transform(counts[:, seen])
T, t = X[:FITTED], y[:FITTED]

models = []
for kind in ("logistic", "squaredHinge"):
    for c in (0.1, 1.0, 10.0):
        if kind == "logistic":
            m = LogisticRegression(solver="liblinear", C=c, tol=1e-9, max_iter=1_000_000)
        else:
            m = LinearSVC(C=c, tol=1e-9, max_iter=1_000_000)
        m.fit(T, t)
        w, b = m.coef_[0], float(m.intercept_[0])
        margin = np.where(t == 1, 1, -1) * (T @ w + b)
        loss = np.log1p(np.exp(-margin)) if kind == "logistic" else np.maximum(0, 1 - margin) ** 2
        models.append({"loss": kind, "c": c,
                       "objective": float(0.5 * (w @ w + b * b) + c * loss.sum()),
                       "predictions": "".join(str(k) for k in m.predict(X))})
        print(kind, c, "accuracy on the rest", (m.predict(X[FITTED:]) == y[FITTED:]).mean(),
              file=sys.stderr)

json.dump({"scikit-learn": sklearn.__version__, "featureCount": V, "fitted": FITTED,
           "labels": "".join(str(k) for k in y), "rows": rows, "models": models},
          sys.stdout, separators=(",", ":"))
print()
