"""Writes agreement.json: random predictions, and what the usual libraries say of them.

    python3 agreement.py > agreement.json

Needs scikit-learn 1.9.1, statsmodels, NLTK, SciPy and NumPy; their versions stand in the file. All
lists come from one fixed seed. Where a convention of a library is not Nightlight's, the library is
asked in the way that removes the difference, and a comment here says which.
"""

import hashlib
import json
import math
import warnings

import nltk
import numpy
import scipy
import sklearn
import statsmodels
from nltk.metrics.segmentation import pk, windowdiff
from scipy import stats
from sklearn import metrics
from sklearn.calibration import calibration_curve
from statsmodels.duration.survfunc import SurvfuncRight
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

warnings.filterwarnings("ignore")
rng = numpy.random.default_rng(20310502)


def decisions(labels, alerts):
    """Metrics of the alerts; zero_division=0 is Nightlight's convention for P."""
    answer = {
        "precision": metrics.precision_score(labels, alerts, zero_division=0),
        "recall": metrics.recall_score(labels, alerts, zero_division=0),
        "mcc": metrics.matthews_corrcoef(labels, alerts),
    }
    for name, beta in [("f0_5", 0.5), ("f1", 1), ("f2", 2), ("f3", 3)]:
        answer[name] = metrics.fbeta_score(labels, alerts, beta=beta, zero_division=0)
    true_negatives, false_positives, _, _ = metrics.confusion_matrix(labels, alerts).ravel()
    answer["fpr"] = false_positives / (true_negatives + false_positives)
    answer["false_alerts_per_1000"] = 1000 * answer["fpr"]
    return answer


def points(*columns):
    """Points of a curve; an infinite threshold, which JSON cannot write, is null."""
    return [
        [None if not math.isfinite(value) else float(value) for value in row]
        for row in zip(*columns)
    ]


def ranking(labels, scores, answer):
    precision, recall, thresholds = metrics.precision_recall_curve(labels, scores)
    # From the highest threshold down and without the end (recall 0, precision 1), no threshold's.
    steps = points(recall[:-1], precision[:-1], thresholds)[::-1]
    fpr, tpr, cuts = metrics.roc_curve(labels, scores, drop_intermediate=False)
    negatives = len(labels) - sum(labels)
    answer["average_precision"] = metrics.average_precision_score(labels, scores)
    answer["auroc"] = metrics.roc_auc_score(labels, scores)
    answer["precision_at_recall_0_9"] = max(p for r, p, _ in steps if r >= 0.9)
    if negatives >= 100:
        allowed = negatives // 100
        answer["recall_at_fpr_0_01"] = max(
            t for f, t in zip(fpr, tpr) if f * negatives <= allowed + 1e-9)
    return steps, points(fpr, tpr, cuts)


def ndcg(labels, scores):
    """scikit-learn shares the gain of equal scores; here they are ranked by the hash of the id."""
    order = sorted(
        range(len(labels)),
        key=lambda i: (-scores[i], hashlib.sha256(b"c%d" % i).digest()[:8]))
    places = numpy.zeros(len(labels))
    for place, index in enumerate(order):
        places[index] = -place
    return {
        str(k): metrics.ndcg_score([labels], [places], k=k) for k in (1, 5, 10, len(labels))
    }


def calibration(labels, scores):
    """Ten equal bins: [lo, hi) here, (lo, hi] in scikit-learn, so 1 − score is asked for."""
    share, mean = calibration_curve(1 - labels, 1 - scores, n_bins=10)
    return points(1 - mean[::-1], 1 - share[::-1])


def case(name, labels, scores, alerts):
    labels, scores, alerts = numpy.array(labels), numpy.array(scores), numpy.array(alerts)
    answer = decisions(labels, alerts)
    precision_recall, roc = ranking(labels, scores, answer)
    answer["brier"] = metrics.brier_score_loss(labels, scores)
    answer["log_loss"] = metrics.log_loss(labels, scores)
    return {
        "name": name, "labels": labels.tolist(), "scores": scores.tolist(),
        "alerts": alerts.tolist(), "metrics": answer, "precisionRecall": precision_recall,
        "roc": roc, "ndcg": ndcg(labels, scores), "calibration": calibration(labels, scores),
    }


def drawn(name, size, prevalence, digits, noise=0.1, values=None, alerts=None):
    labels = (rng.random(size) < prevalence).astype(int)
    labels[0], labels[1] = 0, 1  # both classes
    scores = numpy.clip(rng.normal(0.35 + 0.3 * labels, 0.2), 0, 1)
    if values is not None:
        scores = numpy.array([min(values, key=lambda v: abs(v - s)) for s in scores])
    else:
        scores = numpy.round(scores, digits)
    drawn_alerts = (scores + rng.normal(0, noise, size) > 0.5).astype(int)
    return case(name, labels, scores, drawn_alerts if alerts is None else [alerts] * size)


def predictions():
    yield drawn("distinct scores", 80, 0.3, 9)
    yield drawn("ties", 120, 0.5, 1)
    yield drawn("heavy ties", 90, 0.4, 1, values=[0.25, 0.75])
    yield drawn("rare class", 240, 0.01, 2)
    yield drawn("rare benign", 60, 0.95, 2)
    yield drawn("all alerts", 50, 0.3, 2, alerts=1)
    yield drawn("no alerts", 50, 0.3, 2, alerts=0)
    yield drawn("constant", 40, 0.2, 1, values=[0.5])
    yield drawn("certain and often wrong", 60, 0.4, 1, values=[0.0, 1.0])
    labels = [1, 0, 0, 1, 0, 0, 0, 1, 0, 0]
    right = [0.9 if label else 0.15 for label in labels]
    yield case("perfect", labels, right, labels)
    yield case("the wrong way round", labels, [1 - s for s in right], [1 - l for l in labels])
    yield case(
        "ten forecasts", [1, 0, 1, 1, 0, 0, 0, 1, 0, 0],
        [0.95, 0.05, 0.80, 0.65, 0.60, 0.35, 0.10, 0.45, 0.15, 0.25],
        [1, 0, 1, 1, 1, 0, 0, 0, 0, 0])


def labelling(length, used):
    names = "NFRXY"
    reference = [names[i] for i in rng.integers(0, used, length)]
    told = [r if rng.random() < 0.6 else names[rng.integers(0, used)] for r in reference]
    arguments = {"labels": list(names), "zero_division": 0}
    return {
        "reference": "".join(reference), "told": "".join(told),
        "f1": metrics.f1_score(reference, told, average=None, **arguments).tolist(),
        "macro": metrics.f1_score(reference, told, average="macro", **arguments),
        "micro": metrics.f1_score(reference, told, average="micro", **arguments),
        "confusion": metrics.confusion_matrix(reference, told, labels=list(names)).tolist(),
    }


def segmentation(length, share):
    reference = "".join("01"[int(rng.random() < share)] for _ in range(length - 1)) + "1"
    told = "".join("01"[int(rng.random() < share)] for _ in range(length))
    return {
        "reference": reference, "told": told, "pk": pk(reference, told),
        "windows": [
            {"k": k, "pk": pk(reference, told, k=k), "windowDiff": windowdiff(reference, told, k)}
            for k in (1, 2, 3, 5)
        ],
    }


def wilson(successes, trials):
    low, high = proportion_confint(successes, trials, alpha=0.05, method="wilson")
    return {"successes": successes, "trials": trials, "low": low, "high": high}


def paired(first, second):
    exact = mcnemar([[0, first], [second, 0]], exact=True).pvalue
    observed = stats.binom.pmf(first, first + second, 0.5)
    mid = exact - observed if first != second else 1 - observed / 2
    return {"first": first, "second": second, "exact": exact, "mid": mid}


def holm(size, digits):
    raw = numpy.round(rng.random(size) ** 3, digits).tolist()
    return {"raw": raw, "adjusted": multipletests(raw, method="holm")[1].tolist()}


def survival(size, latest, censored):
    times = rng.integers(0, latest, size)
    events = (rng.random(size) >= censored).astype(int)
    events[0] = 1
    curve = SurvfuncRight(times, events)
    return {
        "times": times.tolist(), "events": events.tolist(),
        "steps": points(curve.surv_times, curve.surv_prob),
    }


def order(size):
    values = numpy.round(rng.normal(0, 10, size), 1)
    percents = [0, 2.5, 25, 50, 90, 97.5, 100]
    return {
        "values": values.tolist(), "percents": percents,
        "percentiles": numpy.percentile(values, percents).tolist(),
        "median": float(numpy.median(values)), "mad": stats.median_abs_deviation(values),
    }


SECTIONS = {
    "predictions": predictions(),
    "labellings": [labelling(n, used) for n, used in [(12, 5), (60, 5), (60, 3), (40, 1)]],
    "segmentations": [segmentation(n, s) for n, s in [(12, 0.2), (40, 0.1), (60, 0.5), (30, 0.9)]],
    "proportions": [
        wilson(*pair) for pair in
        [(200, 254), (0, 300), (300, 300), (1, 1), (0, 1), (3, 10), (1, 100000), (4999, 5000)]],
    "pairs": [
        paired(*pair) for pair in
        [(10, 2), (2, 10), (5, 5), (6, 0), (0, 1), (40, 61), (30, 30), (240, 301)]],
    "families": [holm(n, digits) for n, digits in [(1, 4), (4, 2), (10, 4), (33, 3)]],
    "survivals": [
        survival(*size) for size in
        [(12, 6, 0.3), (80, 40, 0.5), (50, 9, 0), (60, 200, 0.8)]],
    "samples": [order(n) for n in (1, 2, 9, 40)],
}
VERSIONS = ", ".join(
    f"{module.__name__} {module.__version__}"
    for module in (sklearn, statsmodels, nltk, scipy, numpy))

print('{"madeWith": "%s",' % VERSIONS)
print(",\n".join(
    '"%s": [\n%s\n]' % (name, ",\n".join(json.dumps(item, allow_nan=False) for item in items))
    for name, items in SECTIONS.items()))
print("}")
