"""The same fits and the same split with scipy, timed: read as JSON from standard input, answered as JSON.

Fit: non-linear least squares in two nested steps, as reference/models.md section 12: carry-over and half by
least_squares from three starts with weak priors, strengths by non-negative least squares. Split: SLSQP with slopes.
"""

import json
import sys
import time

import numpy as np
from scipy.optimize import least_squares, minimize, nnls


def features(spend, theta, half):
    built = np.empty_like(spend)
    last = spend[:4].mean() / (1 - theta)
    for t, x in enumerate(spend):
        last = x + theta * last
        built[t] = last
    built *= 1 - theta
    return built / (built + half)


def fit(world):
    y = np.array(world["sales"])
    mean = y.mean()
    spends = [np.array(s) for s in world["spends"]]
    units = [s[s > 0].mean() for s in spends]
    t = np.arange(len(y))
    waves = [f(2 * np.pi * k * t / 52.18) for k in (1, 2) for f in (np.sin, np.cos)]
    base = np.column_stack([np.ones(len(y)), 2 * t / len(y) - 1, *waves])
    q, _ = np.linalg.qr(base)

    def columns(at):
        theta = 1 / (1 + np.exp(-at[::2]))
        half = np.exp(at[1::2])
        return np.column_stack([features(s / u, th, h) for s, u, th, h in zip(spends, units, theta, half)])

    def solve(at):
        x = columns(at)
        left = x - q @ (q.T @ x)
        target = y / mean - q @ (q.T @ (y / mean))
        strength, _ = nnls(left, target)
        return strength, target - left @ strength, x

    def residuals(at):
        _, left, _ = solve(at)
        return np.concatenate([left / 0.035, at[::2] / 1.5, at[1::2]])

    best = None
    for start in ([0, 0], [-1, 0], [1, 0.5]):
        found = least_squares(residuals, np.tile(start, len(spends)).astype(float))
        if best is None or found.cost < best.cost:
            best = found
    strength, _, x = solve(best.x)
    return (x.sum(axis=0) * strength * mean).tolist()


def split(lines, total):
    a, b = np.array(lines["a"]), np.array(lines["b"])
    unit, most = total / len(a), np.sum(a)
    found = minimize(
        lambda u: -np.sum(a * u * unit / (b + u * unit)) / most,
        np.ones(len(a)),
        jac=lambda u: -unit * (a * b / (b + u * unit) ** 2) / most,
        bounds=[(0, len(a))] * len(a),
        constraints={"type": "eq", "fun": lambda u: u.sum() - len(a), "jac": lambda u: np.ones(len(u))},
        method="SLSQP",
        options={"maxiter": 500, "ftol": 1e-12},
    )
    x = found.x * unit
    return float(np.sum(a * x / (b + x)))


asked = json.load(sys.stdin)
started = time.perf_counter()
contributions = [fit(world) for world in asked["worlds"]]
fitted = time.perf_counter()
value = split(asked["lines"], asked["total"]) if asked["lines"] else None
done = time.perf_counter()
json.dump({"contributions": contributions, "fitMs": 1000 * (fitted - started), "value": value, "splitMs": 1000 * (done - fitted)}, sys.stdout)
