#!/usr/bin/env python3
"""A site whose words are spread as in natural language, for measuring the search: natural.py ARTICLES DIR

The words are made of syllables, but their frequencies follow Zipf and Mandelbrot (rank + 2.7, exponent 1.07), an article
repeats the words of its subject (a third of its words are of some eighty that it draws first), one word in seven is
followed by the one that mostly follows it, and new words keep coming as texts do (Heaps): 10,000 articles have some
200,000. Same arguments, same bytes.
"""
import bisect
import itertools
import random
import sys
from pathlib import Path

VOCABULARY = 400_000
BEGINNINGS = "re con de in un pre pro dis over out inter ex en sub trans".split()
ENDINGS = ["", "", "", "s", "s", "ed", "ing", "er", "ly", "tion", "al", "ment", "ity", "ness", "ism", "able"]
ONSETS = "b c d f g h j k l m n p r s t v w br cl cr dr fl gr pl pr sl sp st str th tr".split()
VOWELS = "a a e e i i o o u ea ai ou".split()
CODAS = ["", "", "", "", "", "n", "r", "l", "s", "t", "nd", "st", "m", "ck"]
VERDICTS = "supported needs-context unsupported disputed error".split()
STANCES = "favor against neutral".split()
PLACES = 60


def vocabulary(r):
    """Words by rank: the more frequent, the shorter."""
    seen, words = set(), []
    syllable = lambda: r.choice(ONSETS) + r.choice(VOWELS) + r.choice(CODAS)
    while len(words) < VOCABULARY:
        rank = len(words)
        stems = 1 if rank < 1500 else r.choice((1, 2)) if rank < 20_000 else 2
        word = "".join(syllable() for _ in range(stems))
        if rank > 150:
            word = (r.choice(BEGINNINGS) if r.random() < .2 else "") + word + (r.choice(ENDINGS) if r.random() < .6 else "")
        if word not in seen:
            seen.add(word)
            words.append(word)
    return words


class Writer:
    def __init__(self, seed):
        self.r = random.Random(seed)
        self.words = vocabulary(self.r)
        weights = [1 / (rank + 2.7) ** 1.07 for rank in range(VOCABULARY)]
        self.sums = list(itertools.accumulate(weights))
        self.after = [self.rank() for _ in range(20_000)]

    def rank(self):
        return min(bisect.bisect(self.sums, self.r.random() * self.sums[-1]), VOCABULARY - 1)

    def subject(self):
        return [max(self.rank(), 100 + self.r.randrange(400)) for _ in range(80)]

    def sentence(self, subject):
        r, ranks = self.r, []
        length = r.randint(6, 30)
        while len(ranks) < length:
            last = ranks[-1] if ranks else VOCABULARY
            x = r.random()
            if x < .14 and last < len(self.after):
                ranks.append(self.after[last])
            else:
                ranks.append(subject[int(80 * r.random() ** 2)] if x < .42 else self.rank())
        words = [self.words[rank] for rank in ranks]
        if length > 14:
            words[length // 2] += ","
        return " ".join(words).capitalize() + "."


def article(w, i, root):
    r, subject = w.r, w.subject()
    paragraphs = [[w.sentence(subject) for _ in range(r.randint(3, 6))] for _ in range(r.randint(11, 15))]
    text = "\n\n".join(" ".join(p) for p in paragraphs)
    topics = sorted({min(int(r.expovariate(1) * 12), PLACES - 1) for _ in range(r.randint(1, 4))})
    here = root / "content/articles" / f"{w.words[subject[0]]}-{w.words[subject[1]]}-{i}"
    (here / "notes").mkdir(parents=True)
    title = " ".join(w.sentence(subject).rstrip(".").replace(",", "").split()[:8])
    date = f"{2005 + i * 21 // max(i + 1, 10_000)}-{r.randint(1, 12):02}-{r.randint(1, 28):02}"
    (here / "article.md").write_text("\n".join([
        "---", f"title: {title}", "language: en", "text: digest", "source:", f"  outlet: outlet-{int(r.expovariate(1) * 10) % PLACES}",
        f"  authors: [{w.words[300 + r.randrange(900)].capitalize()} {w.words[2000 + r.randrange(900)].capitalize()}]",
        f"  url: https://outlet.example/{i}", f"  published: {date}", "  retrieved: 2026-01-01", "stance:",
        f"  - toward: topic-{topics[0]}", f"    label: {r.choice(STANCES)}", "    rationale: As its words show.", "    by: bench",
        "    on: 2026-01-01", f"topics: [{', '.join(f'topic-{t}' for t in topics)}]", f"summary: {paragraphs[0][0]}", "---", "", text, ""]))
    quotes = set()
    for n in range(10):
        words = r.choice(r.choice(paragraphs)).rstrip(".").split()
        at = r.randrange(max(1, len(words) - 5))
        quote = " ".join(words[at:at + 6]).rstrip(",")
        if text.count(quote) != 1 or any(quote in q or q in quote for q in quotes):
            continue
        quotes.add(quote)
        body = " ".join(w.sentence(subject) for _ in range(r.randint(1, 4)))
        checked = ["kind: fact-check", f"verdict: {r.choice(VERDICTS)}", "sources:", "  - title: A record", f"    url: https://records.example/{i}/{n}",
                   "    accessed: 2026-01-01"]
        lines = checked if r.random() < .6 else [f"kind: {r.choice(('context', 'question'))}"]
        (here / "notes" / f"n{n:02}.yaml").write_text("\n".join([*lines, f"quote: {quote}", "body: |", f"  {body}", "by: bench", "created: 2026-01-01", ""]))


def main():
    count, root = int(sys.argv[1]), Path(sys.argv[2])
    for folder in ("editors", "outlets", "topics", "articles"):
        (root / "content" / folder).mkdir(parents=True)
    (root / "postil.yaml").write_text("title: Bench\nlanguage: en\nbase_url: https://bench.example/\n")
    (root / "content/editors/bench.yaml").write_text("name: Sample editor\n")
    w = Writer("postil")
    for i in range(PLACES):
        (root / f"content/outlets/outlet-{i}.yaml").write_text(f"name: {w.words[400 + i].capitalize()} Courier\nurl: https://outlet-{i}.example/\n")
        (root / f"content/topics/topic-{i}.yaml").write_text(f"label: {w.words[500 + i].capitalize()}\nkind: theme\n")
    for i in range(count):
        article(w, i, root)
    print("words by rank:", *(f"{rank}: {w.words[rank]}" for rank in (0, 1, 2, 10, 100, 300, 1000, 3000, 10_000, 30_000, 100_000)))
    print("words that go together:", *(f"{w.words[rank]} {w.words[w.after[rank]]}," for rank in (0, 1, 10, 100, 300, 1000, 3000)))


if __name__ == "__main__":
    main()
