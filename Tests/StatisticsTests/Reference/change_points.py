#!/usr/bin/env python3
"""Writes change_points.json: the best partitions of made-up series, as the package ruptures finds them.

usage: python3 change_points.py > change_points.json
(needs numpy and ruptures 1.1.10; the tests only read the JSON)
"""
import importlib.metadata
import json
import sys

import numpy as np
import ruptures

R = np.random.default_rng(20261125)


def series(levels, lengths, noise):
    clean = np.repeat(levels, lengths).astype(float)
    return [round(float(x), 6) for x in clean + noise * R.normal(size=clean.size)]


CASES = [
    (series([1, 2, 1], [10, 10, 5], 0.0), 0.5, 1),
    (series([1, 2, 1], [10, 10, 5], 0.3), 0.8, 1),
    (series([100, 118, 92], [22, 19, 19], 2.0), 60.0, 3),
    (series([100, 106], [50, 50], 3.0), 150.0, 3),
    (series([100, 106], [50, 50], 3.0), 40.0, 2),
    (series([5, 5.5, 7, 4, 4.5, 6], [9, 14, 6, 20, 11, 30], 0.4), 1.5, 1),
    (series([5, 5.5, 7, 4, 4.5, 6], [9, 14, 6, 20, 11, 30], 0.4), 0.2, 5),
    (series([1e9, 1e9 + 40], [60, 60], 10.0), 1500.0, 2),
    (series([0], [80], 1.0), 3.0, 4),
]

cases = []
for values, penalty, minimum in CASES:
    signal = np.array(values)
    ends = ruptures.Pelt(model="l2", min_size=minimum, jump=1).fit_predict(signal, penalty)
    cost = float(ruptures.costs.CostL2().fit(signal).sum_of_costs(ends))
    # Pelt leaves out what cannot be best; dynamic programming over as many cuts must agree.
    if len(ends) > 1:
        exact = ruptures.Dynp(model="l2", min_size=minimum, jump=1).fit_predict(
            signal, len(ends) - 1)
        assert exact == ends, (exact, ends)
    cases.append({"values": values, "penalty": penalty, "minimumLength": minimum,
                  "cuts": ends[:-1], "cost": cost})

json.dump({"ruptures": importlib.metadata.version("ruptures"), "cases": cases}, sys.stdout)
print()
