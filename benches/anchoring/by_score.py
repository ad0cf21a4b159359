#!/usr/bin/env python3
"""Right and wrong places by score: by_score.py TRUTH ANSWERS…

What `postil note fix` may write unasked (src/cmd/note/fix/finding.rs) was read off this table.
"""
import json
import sys

HIT = 0.8  # overlap that counts, as in score.py


def overlap(a, b):
    both = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return both / (max(a[1], b[1]) - min(a[0], b[0]))


truth = {}
for line in open(sys.argv[1]):
    case = json.loads(line)
    truth[case["id"]] = case["spans"]
for path in sys.argv[2:]:
    found = {}
    for line in open(path):
        answer = json.loads(line)
        if answer["start"] is not None and answer["how"] in ("carried", "moved", "approximate"):
            place = (answer["start"], answer["end"])
            right = any(overlap(place, span) >= HIT for span in truth[answer["id"]])
            found.setdefault(answer["how"], []).append((answer["score"], right))
    print(path)
    for how, places in sorted(found.items()):
        for limit in (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98):
            above = [right for score, right in places if score >= limit]
            print(f"  {how:11} from {limit:.2f}: {len(above):5} places, {above.count(False):3} wrong")
