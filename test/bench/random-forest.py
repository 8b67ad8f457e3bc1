"""The peer of random-forest.ts: the same rows, read from a folder; prints seconds, accuracy and version as JSON."""

import json
import sys
import time

import numpy
import sklearn
from sklearn.ensemble import RandomForestClassifier

folder, features, trees, min_leaf = sys.argv[1], *map(int, sys.argv[2:])


def rows(name):
    values = numpy.fromfile(f"{folder}/{name}.f64").reshape(features + 1, -1)
    return numpy.ascontiguousarray(values[:-1].T), values[-1].astype(int)


x, y = rows("learned")
forest = RandomForestClassifier(trees, min_samples_leaf=min_leaf, random_state=1, n_jobs=1)
started = time.process_time()
forest.fit(x, y)
cpu = time.process_time() - started
print(json.dumps({"cpuMs": 1000 * cpu, "accuracy": forest.score(*rows("judged")), "version": sklearn.__version__}))
