"""Writes scikit_learn.json: random lists with ties, and what scikit-learn says of them.

    python3 scikit_learn.py > scikit_learn.json

The lists are drawn from a fixed seed; scores have few distinct values, so that ties are common.
"""

import json

import numpy
import sklearn
from sklearn import metrics


def case(rng, size, prevalence, digits):
    labels = (rng.random(size) < prevalence).astype(int)
    labels[0], labels[1] = 0, 1  # both classes
    scores = numpy.round(numpy.clip(rng.normal(0.35 + 0.3 * labels, 0.2), 0, 1), digits)
    alerts = (scores + rng.normal(0, 0.1, size) > 0.5).astype(int)
    alerts[0] = 1  # something retrieved
    return {
        "labels": labels.tolist(),
        "scores": scores.tolist(),
        "alerts": alerts.tolist(),
        "metrics": {
            "precision": metrics.precision_score(labels, alerts),
            "recall": metrics.recall_score(labels, alerts),
            "f1": metrics.f1_score(labels, alerts),
            "f0_5": metrics.fbeta_score(labels, alerts, beta=0.5),
            "f2": metrics.fbeta_score(labels, alerts, beta=2),
            "mcc": metrics.matthews_corrcoef(labels, alerts),
            "average_precision": metrics.average_precision_score(labels, scores),
            "auroc": metrics.roc_auc_score(labels, scores),
            "brier": metrics.brier_score_loss(labels, scores),
            "log_loss": metrics.log_loss(labels, scores),
        },
    }


rng = numpy.random.default_rng(20310502)
cases = [
    case(rng, size, prevalence, digits)
    for size, prevalence, digits in [
        (12, 0.5, 1), (40, 0.1, 1), (60, 0.3, 2), (60, 0.9, 1), (90, 0.05, 2), (120, 0.5, 1),
    ]
]
print('{"made_with": "scikit-learn %s", "cases": [' % sklearn.__version__)
print(",\n".join(json.dumps(case) for case in cases))
print("]}")
