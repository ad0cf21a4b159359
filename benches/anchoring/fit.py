#!/usr/bin/env python3
"""Fits the weights of src/pipeline/anchor/judge.rs. Standard library only.

    postil anchor --explain < cases.jsonl > explained.jsonl
    fit.py TRUTH.jsonl explained.jsonl

Conditional logit: each candidate place has a value, the sum of its features times the weights; "the words are gone" has
the value 0; the right answer's share of exp(value) is made as large as it can be over all cases (Newton's method, with a
penalty on large weights). A candidate is right if it overlaps the true passage by 0.8 (intersection over union).

Prints the weights of a fit on all repositories as Rust, then what to expect of it: each repository judged by weights that
were fitted on the others, for several limits, and each repository at LIMIT.
"""
import collections, json, math, sys

# Chosen with each repository left out, by the likelihood of its right answers: 0.1 to 1 give nearly the same.
PENALTY = 0.3
OVERLAP = 0.8
LIMIT = 0.5
LIMITS = (0.4, 0.45, 0.5, 0.55, 0.6)
# Words that are still there unchanged must not become orphans: they count more than others in the fit.
CASE_WEIGHT = {'unchanged': 1.5, 'moved': 1.5, 'ambiguous': 1.5}
LIVE = ('unchanged', 'ambiguous', 'moved', 'edited', 'edited-twin')
GONE = ('deleted', 'deleted-twin')


def load(path):
    with open(path) as f:
        return [json.loads(line) for line in f]


def overlap(a, b):
    both = min(a[1], b[1]) - max(a[0], b[0])
    either = max(a[1], b[1]) - min(a[0], b[0])
    return max(0, both) / either if either > 0 else 0.0


def right(truth, place):
    if place['end'] is None:
        return 0.0
    return max((overlap((place['start'], place['end']), span) for span in truth['spans']), default=0.0)


class Case:
    def __init__(self, truth, answer):
        self.repo, self.kind, self.live = truth['repo'], truth['class'], bool(truth['spans'])
        self.settled = None if answer['candidates'] else right(truth, answer) >= OVERLAP if answer['end'] else None
        self.places = [c['features'] for c in answer['candidates']]
        self.overlaps = [right(truth, c) for c in answer['candidates']]

    def lesson(self):
        """(features of the places, which one is right | None, weight), or None where nothing can be learnt."""
        hits = [i for i, o in enumerate(self.overlaps) if o >= OVERLAP]
        if not self.places or (self.live and not hits):
            return None
        best = max(hits, key=lambda i: self.overlaps[i], default=None)
        keep = [i for i in range(len(self.places)) if i == best or i not in hits]
        index = None if best is None else keep.index(best)
        return [self.places[i] for i in keep], index, CASE_WEIGHT.get(self.kind, 1.0)


def shares(weights, places):
    values = [sum(w * f for w, f in zip(weights, place)) for place in places]
    most = max([0.0] + values)
    powers = [math.exp(v - most) for v in values]
    total = math.exp(-most) + sum(powers)
    return [p / total for p in powers], math.exp(-most) / total


def solve(matrix, vector):
    """Gauss."""
    n = len(vector)
    rows = [row[:] + [x] for row, x in zip(matrix, vector)]
    for i in range(n):
        p = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[p] = rows[p], rows[i]
        for r in range(i + 1, n):
            factor = rows[r][i] / rows[i][i]
            for c in range(i, n + 1):
                rows[r][c] -= factor * rows[i][c]
    x = [0.0] * n
    for i in reversed(range(n)):
        x[i] = (rows[i][n] - sum(rows[i][c] * x[c] for c in range(i + 1, n))) / rows[i][i]
    return x


def fit(cases):
    lessons = [lesson for lesson in (case.lesson() for case in cases) if lesson]
    n = len(lessons[0][0][0])
    weights = [0.0] * n
    for _ in range(30):
        gradient = [-PENALTY * w for w in weights]
        curvature = [[PENALTY if a == b else 0.0 for b in range(n)] for a in range(n)]
        for places, index, count in lessons:
            likely, _ = shares(weights, places)
            mean = [0.0] * n
            for place, share in zip(places, likely):
                used = [a for a in range(n) if place[a]]
                for a in used:
                    mean[a] += share * place[a]
                    for b in used:
                        curvature[a][b] += count * share * place[a] * place[b]
            for a in range(n):
                gradient[a] += count * ((places[index][a] if index is not None else 0.0) - mean[a])
                for b in range(n):
                    curvature[a][b] -= count * mean[a] * mean[b]
        step = solve(curvature, gradient)
        size = max(abs(s) for s in step)
        weights = [w + min(1.0, 4.0 / size) * s for w, s in zip(weights, step)]
        if size < 1e-3:
            break
    return weights


def verdict(case, weights, limit):
    if not case.places:
        return 'orphan' if case.settled is None else 'hit' if case.settled else 'wrong'
    likely, gone = shares(weights, case.places)
    best = max(range(len(likely)), key=lambda i: likely[i])
    if likely[best] < limit * (likely[best] + gone):
        return 'orphan'
    return 'hit' if case.overlaps[best] >= OVERLAP else 'wrong'


def report(name, cases, weights_of, limit):
    counts = collections.defaultdict(collections.Counter)
    for case in cases:
        counts[case.kind][verdict(case, weights_of(case), limit)] += 1

    def part(kinds, what):
        of = sum(sum(counts[kind].values()) for kind in kinds)
        return f'{100 * sum(counts[kind][what] for kind in kinds) / of:.1f}' if of else '-'

    good = sum(counts[k]['hit'] for k in LIVE) + sum(counts[k]['orphan'] for k in GONE)
    columns = [part([k], 'hit') for k in LIVE] + [part(LIVE, 'hit')] + [part([k], 'wrong') for k in GONE]
    print(f'| {name} | {limit} | ' + ' | '.join(columns) + f' | {100 * good / len(cases):.1f} |')


def main():
    truth = {t['id']: t for t in load(sys.argv[1])}
    cases = [Case(truth[a['id']], a) for a in load(sys.argv[2])]
    weights = fit(cases)
    print(', '.join(f'{w:.2f}' for w in weights))
    repos = sorted({case.repo for case in cases})
    without = {repo: fit([case for case in cases if case.repo != repo]) for repo in repos}
    print('\n| cases | limit | ' + ' | '.join(LIVE) + ' | all live | false: deleted | false: deleted-twin | all right |')
    print('|---|' + '--:|' * 10)
    report('fitted on', cases, lambda case: weights, LIMIT)
    for limit in LIMITS:
        report('each left out', cases, lambda case: without[case.repo], limit)
    for repo in repos:
        report(repo, [case for case in cases if case.repo == repo], lambda case: without[repo], LIMIT)


main()
