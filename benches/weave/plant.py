#!/usr/bin/env python3
"""A site whose articles share passages that are known: plant.py OUT [--seed N] [--edits PERCENT] [--story N].

Writes OUT/content/… and OUT/truth.json: a list of groups; a group is a passage with every place where it stands, as
[slug, first code point, end] of the plain text. What is planted and is not shared (phrases, footers, headings, code,
references, paraphrases) is in no group. All words are made up or our own.
"""
import argparse
import json
import random
from pathlib import Path

FUNCTION = """the of and to in a that for on with as by at from it is was be this which have not are but had they his their
its were would one all there been if more when who will no out so said what up about into than them can only other new
some could time these two may then do first any my now such like our over even most me after also many before""".split()
# Runs of words that any text may have.
GLUE = """at the end of the|one of the most|in the course of the|as well as the|for the first time since|in the middle of the|
on the other side of|it is not clear whether|at the same time as|a large number of|in the hands of the|by the time of the|
according to the most recent|it turned out that the|there is no doubt that|the rest of the|in front of the|as soon as the|
some of those who had|for more than a year|of the past few years|on the basis of the|the way in which the""".replace("\n", "").split("|")
# Sentences of many articles; some are known to every newspaper, others are made up.
STOCK = """The company did not immediately respond to a request for comment.|
The ministry did not respond to multiple requests for comment on the matter.|
The figures could not be independently verified at the time of writing.|
The person spoke on condition of anonymity because they were not authorized to speak publicly.|
The office promised to look into the matter and to answer in due course.|
The weather service expects more of the same for the rest of the week.|
Trading was thin ahead of the long holiday weekend in most places.|
Nobody was hurt and no damage to buildings nearby has been reported.""".replace("\n", "").split("|")
REAL = """The ferry leaves the quay at seven and comes back before the lamps are lit. Most of its passengers carry baskets.|
A new roof was put on the granary, and the swallows moved to the chapel. No one had asked them to.|
Rain filled the quarry until the ladders floated. The foreman sent everybody home and locked the gate himself.|
The archive keeps nine thousand letters from the lighthouse. Each was opened, read, and folded again along the same creases.|
Bread costs less on Thursdays because the mill runs at night. The miller sleeps on Wednesdays and nobody wakes him.|
The bridge sways in a strong wind, as its builders meant it to. Visitors hold the rail and look at the water.""".replace("\n", "").split("|")
ARABIC = """أعلنت إدارة الميناء يوم الخميس أن العبارة الجديدة ستبدأ رحلاتها في الربيع المقبل بعد انتهاء أعمال الصيانة. وقال مدير الميناء إن السفينة تتسع لمئتي راكب وعشرين سيارة وإن التذاكر ستباع في المحطة القديمة فقط. وأضاف أن الرصيف الشمالي سيبقى مغلقا حتى نهاية الصيف."""
CHINESE = """港务局星期四宣布新渡轮将于明年春季开始航行。局长说这艘船可以搭载两百名乘客和二十辆汽车，船票只在旧车站出售。北码头将关闭到夏末，修理工程需要六个月的时间。"""
HAN = """的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指""".strip()
THAI = "เรือข้ามฟากลำใหม่จะเริ่มเดินทางในฤดูใบไม้ผลิปีหน้าหลังจากซ่อมท่าเรือเสร็จแล้ว เรือลำนี้บรรทุกผู้โดยสารได้สองร้อยคนและรถยนต์ยี่สิบคัน"
QUOTES = [("“", "”"), ("«", "»"), ('"', '"'), ("‘", "’"), ("„", "“"), ("« ", " »")]
OUTLETS = 20


class Language:
    """Made-up words by Zipf's law between real function words."""

    def __init__(self, r, size=9000):
        onset, core, coda = "b br d dr f fl g gr h k kl l m n p pl r s st t tr v w z".split(), "a e i o u ea ou".split(), ["", "", "n", "r", "l", "s", "t", "m", "nd"]
        seen = {}
        while len(seen) < size:
            seen["".join(r.choice(onset) + r.choice(core) + r.choice(coda) for _ in range(r.choice((1, 2, 2, 3))))] = 1
        self.words = list(seen)
        self.weights = [1 / (rank + 8) for rank in range(size)]
        self.r = r

    def draw(self, n):
        return self.r.choices(self.words, self.weights, k=n)

    def sentence(self, least=7, most=24):
        r, n, out = self.r, self.r.randint(least, most), []
        while len(out) < n:
            x = r.random()
            if x < .04 and out:
                out += r.choice(GLUE).split()
            elif x < .48:
                out.append(FUNCTION[min(int(r.expovariate(.11)), len(FUNCTION) - 1)])
            else:
                out += self.draw(1)
            if 3 < len(out) < n - 3 and r.random() < .06:
                out[-1] += ","
        out = out[:n]
        out[-1] = out[-1].rstrip(",")
        return out[0].capitalize() + " " + " ".join(out[1:]) + r.choice("......!?")

    def paragraph(self, least=2, most=5):
        return " ".join(self.sentence() for _ in range(self.r.randint(least, most)))


def edited(language, text, part):
    """Words replaced, put in and left out, other case, other signs; of `part` of the words."""
    r, out = language.r, []
    for word in text.split(" "):
        x = r.random()
        if x >= part:
            out.append(word)
        elif x < part * .5:
            tail = word[-1] if word[-1] in ".,!?" else ""
            new = language.draw(1)[0]
            out.append((new.capitalize() if word[0].isupper() else new) + tail)
        elif x < part * .75:
            out += [word.rstrip(","), language.draw(1)[0]] if word[-1] not in ".!?" else [word]
        elif word[-1] in ".!?":
            out.append(word)
    return " ".join(out)


def dressed(r, text):
    """Signs and breaks that change nothing for a reader."""
    out = []
    for word in text.split(" "):
        x = r.random()
        if x < .01 and len(word) > 5:
            word = word[:3] + "\u00ad" + word[3:]
        elif x < .03 and len(word) > 6 and word[:7].isalpha():
            word = word[:4] + "- " + word[4:]
        elif x < .04:
            word = word.upper()
        out.append(word)
    text = " ".join(out).replace(" - ", " – ")
    return text.replace(" ", "\u00a0", 1) if r.random() < .3 else text


class Site:
    def __init__(self, seed, story):
        self.r = random.Random(seed)
        self.language = Language(self.r)
        self.articles, self.groups, self.story = [], 0, story

    def article(self, outlet=None):
        a = {"outlet": f"outlet-{self.r.randrange(OUTLETS) if outlet is None else outlet}", "blocks": [], "day": self.r.randint(1, 28), "month": self.r.randint(1, 12)}
        for _ in range(self.r.randint(4, 9)):
            self.put(a, self.language.paragraph())
        self.articles.append(a)
        return a

    def put(self, a, text, group=None, at=None, kind="p"):
        at = len(a["blocks"]) if at is None else at
        a["blocks"].insert(at, (kind, [(text, group)]))

    def inside(self, a):
        """A place between the blocks, not at the ends nor inside of what is planted."""
        groups = [{group for _, group in parts} - {None} for _, parts in a["blocks"]]
        places = [at for at in range(1, len(groups)) if not groups[at - 1] & groups[at]]
        return self.r.choice(places or [len(groups)])

    def some(self, n, together=False):
        """Articles of different outlets; those of a release appeared about the same day."""
        picked, outlets = [], set()
        drawn = self.r.sample(self.articles, len(self.articles))
        if together:
            day = lambda a: a["month"] * 31 + a["day"]
            first = day(drawn[0])
            drawn.sort(key=lambda a: abs(day(a) - first))
        for a in drawn:
            if a["outlet"] not in outlets and len(picked) < n and not a.get("full"):
                picked.append(a)
                outlets.add(a["outlet"])
        return picked

    def new(self):
        self.groups += 1
        return self.groups

    # ------------------------------------------------------------ what is shared
    def release(self, part):
        r, paragraphs = self.r, [self.language.paragraph(2, 4) for _ in range(self.r.randint(1, 4))]
        groups = [self.new() for _ in paragraphs]
        scattered = r.random() < .4
        whole = self.new()
        for a in self.some(r.randint(2, 8), together=True):
            copies = [dressed(r, edited(self.language, p, r.uniform(0, part))) for p in paragraphs]
            if scattered:
                for text, group in zip(copies, groups):
                    self.put(a, text, group, self.inside(a))
            elif r.random() < .3:
                self.put(a, " ".join(copies), whole, self.inside(a))
            else:
                at = self.inside(a)
                a["blocks"][at:at] = [("p", [(c, whole)]) for c in copies]

    def sentence(self):
        s, group = self.language.sentence(9, 18), self.new()
        for a in self.some(self.r.randint(2, 4)):
            self.mixed(a, s, group)

    def two_short(self):
        s, group = self.language.sentence(5, 6) + " " + self.language.sentence(5, 6), self.new()
        for a in self.some(2):
            self.mixed(a, s, group)

    def mixed(self, a, text, group):
        """Inside a paragraph, between sentences of its own."""
        a["blocks"].insert(self.inside(a), ("p", [(self.language.sentence() + " ", None), (text, group), (" " + self.language.sentence(), None)]))

    def quotation(self):
        words = self.language.sentence(7, 20).rstrip(".!?")
        group = self.new()
        for a in self.some(self.r.randint(2, 5)):
            opened, closed = self.r.choice(QUOTES)
            said = " ".join(self.language.draw(2)).title()
            lead = f"{self.language.sentence()} {said} {self.r.choice(('said', 'told reporters', 'wrote'))}: {opened}"
            a["blocks"].insert(self.inside(a), ("p", [(lead, None), (words, group), (f"{closed}. {self.language.sentence()}", None)]))

    def twice(self):
        text, group = self.language.paragraph(1, 2), self.new()
        first, second = self.some(2)
        self.put(first, text, group, self.inside(first))
        self.put(second, text, group, 1)
        self.put(second, text, group, len(second["blocks"]) - 1)

    def real(self):
        for text in REAL:
            group = self.new()
            for a in self.some(3):
                self.put(a, dressed(self.r, text), group, self.inside(a))

    def foreign(self, text, letters, gap, stop):
        """Articles in another script: their own sentences are made of its letters by chance."""
        r, weights = self.r, [1 / (n + 3) for n in range(len(letters))]
        word = lambda: "".join(r.choices(letters, weights, k=r.randint(2, 6) if gap else 1))
        sentence = lambda: gap.join(word() for _ in range(r.randint(8, 16) if gap else r.randint(12, 26))) + stop
        articles, group = [self.article() for _ in range(8)], self.new()
        for a in articles:
            a["blocks"], a["full"] = [], True
            for _ in range(5):
                self.put(a, gap.join(sentence() for _ in range(3)))
        for a in articles[:5]:
            self.put(a, text, group, 2)

    def whole(self):
        a = self.article()
        b = self.article((int(a["outlet"][7:]) + 1) % OUTLETS)
        group = self.new()
        b["blocks"] = [("p", [(edited(self.language, part[0][0], .02), group)]) for _, part in a["blocks"]]
        a["blocks"] = [("p", [(part[0][0], group)]) for _, part in a["blocks"]]
        a["full"] = b["full"] = True

    def one_story(self, part):
        paragraphs = [self.language.paragraph(3, 5) for _ in range(2)]
        group = self.new()
        for n in range(self.story):
            a = self.article(n % OUTLETS)
            a["blocks"] = a["blocks"][:5]
            at = self.inside(a)
            a["blocks"][at:at] = [("p", [(edited(self.language, p, self.r.uniform(0, part)), group)]) for p in paragraphs]

    # ------------------------------------------------------------ what is not
    def stock(self):
        for phrase in STOCK:
            for a in self.r.sample(self.articles, max(6, len(self.articles) // self.r.randint(10, 30))):
                self.mixed(a, phrase, None)

    def footers(self):
        shared = "Sign up for the {} newsletter and read the most important stories of the day before breakfast, every morning."
        for n in range(OUTLETS):
            name = " ".join(self.language.draw(2)).title()
            text = shared.format(name) if n % 4 == 0 else self.language.paragraph(2, 3)
            own = [a for a in self.articles if a["outlet"] == f"outlet-{n}" and not a.get("full")]
            kept = [a for a in own if self.r.random() < .85]
            for a in kept:
                self.put(a, text)
            if n % 3 == 0 and len(kept) > 4:
                # Republished elsewhere, footer and all.
                source = self.r.choice(kept)
                copy = self.article((n + 1) % OUTLETS)
                copy["full"] = True
                group = self.new()
                source["blocks"] = [(k, [(t, g or group) for t, g in parts] if i < len(source["blocks"]) - 1 and k == "p" else parts) for i, (k, parts) in enumerate(source["blocks"])]
                copy["blocks"] = [(k, list(parts)) for k, parts in source["blocks"]]
                source["full"] = True
            bio = self.language.sentence(14, 22)
            for a in own[:4]:
                self.put(a, bio, at=0) if n % 2 else self.put(a, bio)

    def headings(self):
        titles = [self.language.sentence(9, 12).rstrip(".!?") for _ in range(5)]
        for a in self.r.sample(self.articles, len(self.articles) // 3):
            if not a.get("full"):
                self.put(a, self.r.choice(titles), at=self.inside(a), kind="h")

    def listed(self):
        code = "let harbour = open the gate and count every ship that comes in before noon then close the gate again"
        links = [f"{self.language.sentence(8, 12)}" for _ in range(6)]
        for a in self.r.sample(self.articles, len(self.articles) // 8):
            if not a.get("full"):
                self.put(a, code, at=self.inside(a), kind="code")
        for a in self.r.sample(self.articles, len(self.articles) // 8):
            if not a.get("full"):
                for link in self.r.sample(links, 4):
                    self.put(a, link, at=self.inside(a), kind="link")

    def paraphrase(self):
        words = self.language.sentence(14, 24).split(" ")
        first, second = self.some(2)
        self.mixed(first, " ".join(words), None)
        changed = [w if i % 3 == 0 else self.language.draw(1)[0] for i, w in enumerate(words)]
        self.mixed(second, " ".join(changed), None)

    # ------------------------------------------------------------ to disk
    def write(self, out):
        groups = {}
        (out / "content/outlets").mkdir(parents=True, exist_ok=True)
        (out / "postil.yaml").write_text("title: Planted\nlanguage: en\n")
        for n in range(OUTLETS):
            (out / f"content/outlets/outlet-{n}.yaml").write_text(f"name: Outlet {n}\n")
        for n, a in enumerate(self.articles):
            slug, plain, markdown = f"a{n:05}", "", []
            for kind, parts in a["blocks"]:
                if plain:
                    plain += "\n"
                for text, group in parts:
                    if group is not None:
                        where = groups.setdefault(group, [])
                        # A passage that goes on behind a break is one.
                        if where and where[-1][0] == slug and where[-1][2] + 1 == len(plain):
                            where[-1][2] = len(plain) + len(text)
                        else:
                            where.append([slug, len(plain), len(plain) + len(text)])
                    plain += text
                text = "".join(t for t, _ in parts)
                source = text.replace("- ", "-\n") if kind == "p" else text
                markdown.append({"p": source, "h": "## " + text, "code": "```\n" + text + "\n```", "link": f"- [{text}](https://example.org/)"}[kind])
            folder = out / "content/articles" / slug
            folder.mkdir(parents=True, exist_ok=True)
            head = f"---\ntitle: Article {n}\nlanguage: en\ntext: full\nsource:\n  outlet: {a['outlet']}\n  published: 2024-{a['month']:02}-{a['day']:02}\n---\n\n"
            (folder / "article.md").write_text(head + "\n\n".join(markdown) + "\n")
        (out / "truth.json").write_text(json.dumps([g for g in groups.values() if len({p[0] for p in g}) > 1]))


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("out", type=Path)
    p.add_argument("--seed", default="one")
    p.add_argument("--edits", type=float, default=10)
    p.add_argument("--story", type=int, default=200)
    p.add_argument("--articles", type=int, default=300)
    o = p.parse_args()
    site, part = Site(o.seed, o.story), o.edits / 100
    for _ in range(o.articles):
        site.article()
    for _ in range(o.articles // 10):
        site.release(part)
        site.quotation()
        site.sentence()
        site.two_short()
        site.paraphrase()
    for _ in range(o.articles // 60):
        site.twice()
        site.whole()
    site.real()
    site.foreign(ARABIC, "اليمونترسبدعكفقحهجخشصضطغزذثظ", " ", ".")
    site.foreign(CHINESE, HAN, "", "。")
    site.foreign(THAI, "กนรอมลงตสวดทยคบปหจชพขผถ", "", " ")
    if o.story:
        site.one_story(part)
    site.stock()
    site.headings()
    site.listed()
    site.footers()
    site.write(o.out)


main()
