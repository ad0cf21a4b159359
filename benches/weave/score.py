#!/usr/bin/env python3
"""How well planted passages are found: score.py SITE PAIRS [--show N], where PAIRS is what `shared SITE` printed.

Characters: of the shared ones of a pair, in both articles, how many are found, and of the found ones how many are
shared. Passages: one is found where one passage of the pair covers 80 % of it, and right where 80 % of it is shared.
Of a group in more than 16 articles each place must be found in some pair, as not all pairs are made.
"""
import json
import sys
from collections import defaultdict
from itertools import combinations

MANY = 16


def covered(start, end, spans):
    return sum(max(0, min(end, b) - max(start, a)) for a, b in spans)


def main():
    site, printed = sys.argv[1:3]
    show = int(sys.argv[4]) if len(sys.argv) > 4 else 0
    rows = [json.loads(line) for line in open(printed)]
    slugs = [row["slug"] for row in rows if "text" in row]
    text = {row["slug"]: row["text"] for row in rows if "text" in row}
    found = defaultdict(list)
    for row in rows:
        if "first" in row:
            for p in row["passages"]:
                found[slugs[row["first"]], slugs[row["second"]]].append(p)
    truth, wanted, places = defaultdict(list), [], []
    for group in json.load(open(site + "/truth.json")):
        many = len({place[0] for place in group}) > MANY
        if many:
            places += group
        for a, b in combinations(group, 2):
            if a[0] == b[0]:
                continue
            a, b = sorted((a, b))
            truth[a[0], b[0]].append((a, b))
            if not many:
                wanted.append((a, b))
    # Each place of a passage in one article must be found once a pair.
    hits = total = hit_chars = all_chars = 0
    missed = []
    done = set()
    for a, b in wanted:
        pair = found.get((a[0], b[0]), [])
        for place, side in ((a, 0), (b, 2)):
            key = (a[0], b[0], *place)
            if key in done:
                continue
            done.add(key)
            spans = [(p[side], p[side + 1]) for p in pair]
            # Words that stand twice in an article are shared once with an article that has them once.
            other = {tuple(x[1 if side == 0 else 0]) for x in truth[a[0], b[0]] if x[0 if side == 0 else 1] == place}
            twins = [x[0 if side == 0 else 1] for x in truth[a[0], b[0]] if tuple(x[1 if side == 0 else 0]) in other]
            most = max(max((covered(t[1], t[2], [s]) / (t[2] - t[1]) for s in spans), default=0) for t in twins)
            chars = max(covered(t[1], t[2], spans) / (t[2] - t[1]) for t in twins) * (place[2] - place[1])
            total, hits = total + 1, hits + (most >= .8)
            all_chars, hit_chars = all_chars + place[2] - place[1], hit_chars + chars
            if most < .8:
                missed.append((a[0], b[0], text[place[0]][place[1]:place[2]], most))
    by_article = defaultdict(list)
    for (a, b), pair in found.items():
        for p in pair:
            by_article[a].append((p[0], p[1]))
            by_article[b].append((p[2], p[3]))
    for slug, start, end in places:
        most = max((covered(start, end, [s]) / (end - start) for s in by_article[slug]), default=0)
        total, hits = total + 1, hits + (most >= .8)
        all_chars, hit_chars = all_chars + end - start, hit_chars + min(end - start, most * (end - start))
        if most < .8:
            missed.append((slug, "many", text[slug][start:end], most))
    right = reported = right_chars = chars = 0
    wrong = []
    for (a, b), pair in found.items():
        for p in pair:
            for slug, side in ((a, 0), (b, 2)):
                spans = sorted({tuple((x[0] if side == 0 else x[1])[1:]) for x in truth.get((a, b), [])})
                inside = covered(p[side], p[side + 1], spans)
                size = p[side + 1] - p[side]
                reported, right = reported + 1, right + (inside >= .8 * size)
                chars, right_chars = chars + size, right_chars + inside
                if inside < .8 * size:
                    wrong.append((a, b, text[slug][p[side]:p[side + 1]], inside / size))
    print(f"passages: recall {hits / max(1, total):.3f} precision {right / max(1, reported):.3f}   "
          f"characters: recall {hit_chars / max(1, all_chars):.3f} precision {right_chars / max(1, chars):.3f}   "
          f"({total // 2} wanted, {reported // 2} found)")
    for name, rows in (("missed", missed), ("wrong", wrong)):
        for row in rows[:: max(1, len(rows) // show)][:show] if show else []:
            print(f"{name}: {row[0]} {row[1]} {row[3]:.2f} {row[2][:300]!r}")


main()
