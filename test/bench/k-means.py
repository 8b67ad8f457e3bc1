"""KMeans of scikit-learn from the starts of k-means-works.ts: python3 k-means.py POINTS WIDTH START..., JSON out."""
import json, sys, time, warnings
import numpy
from sklearn.cluster import KMeans

warnings.filterwarnings("ignore")
path, width, starts = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
points = numpy.fromfile(path).reshape(-1, width)


def fit(rows, start):
    return KMeans(len(start), init=start, n_init=1, max_iter=300, tol=0, algorithm="lloyd").fit(rows)


def timed(path):
    start = numpy.fromfile(path).reshape(-1, width)
    fit(points[:20000], start)
    cpu, wall = time.process_time(), time.perf_counter()
    model = fit(points, start)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    return {"cpuMs": 1000 * cpu, "wallMs": 1000 * wall, "rounds": model.n_iter_, "inertia": model.inertia_}


print(json.dumps([timed(start) for start in starts]))
