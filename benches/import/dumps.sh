#!/bin/sh
# Imports copied pages and scores them.
#
#   dumps.sh POSTIL SCORER pages CORPUS OUT     body, headings, fields; CORPUS has truth.json and pages/*.txt
#   dumps.sh POSTIL SCORER plain FOLDER OUT     shapes: NAME.txt beside NAME.expected.yaml
#
# POSTIL is the binary, SCORER the folder with score.py; PYTHON names a Python that has the scorer's packages.
# Each dump goes into a site of its own under OUT/.sites, so that no two share an outlet or a folder.
set -eu
postil=$(realpath "$1") scorer=$(realpath "$2") mode=$3 data=$(realpath "$4") out=$5
python=${PYTHON:-python3}
case $mode in pages) texts=$data/pages ;; plain) texts=$data ;; *) sed -n '2,8p' "$0"; exit 2 ;; esac

rm -rf "$out"
mkdir -p "$out/.sites/all/content"
out=$(realpath "$out")
printf 'title: Dumps\nlanguage: en\n' >"$out/.sites/postil.yaml"
cp "$out/.sites/postil.yaml" "$out/.sites/all/"
# One run over all of them, for the speed: only the user's time counts, so that a busy machine does not.
"$python" - "$postil" "$texts" "$out" <<'PY'
import json, pathlib, resource, subprocess, sys
postil, texts, out = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
files = sorted(map(str, texts.glob("*.txt")))
subprocess.run([postil, "import", *files], cwd=out / ".sites/all", stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
(out / "_run.json").write_text(json.dumps({"pages": len(files), "seconds": used.ru_utime + used.ru_stime}))
PY
"$python" - "$postil" "$texts" "$out" "$mode" <<'PY'
import pathlib, re, subprocess, sys, yaml
postil, texts, out, mode = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]), sys.argv[4]


def line(path):
    """The source line of the first thing taken from an article, to put them in the order of the dump."""
    head = yaml.safe_load(path.read_text().split("\n---\n")[0].removeprefix("---\n"))
    places = [int(n) for place in head["import"]["sources"].values() for n in re.findall(r"line (\d+)$", place)]
    return min(places + head["import"]["dropped"] + [10**9])


def flat(path, outlets):
    """An article with the fields of its source at the top, where the scorer looks, and its outlet's name for the id."""
    head, body = path.read_text().split("\n---\n", 1)
    head = yaml.safe_load(head.removeprefix("---\n"))
    head |= head.pop("source", {}) or {}
    if "outlet" in head:
        head["outlet"] = yaml.safe_load((outlets / f"{head['outlet']}.yaml").read_text())["name"]
    return f"---\n{yaml.safe_dump(head, allow_unicode=True)}---\n{body}", body


for text in sorted(texts.glob("*.txt")):
    content = out / ".sites" / text.stem / "content"
    content.mkdir(parents=True)
    (content.parent / "postil.yaml").write_text((out / ".sites/postil.yaml").read_text())
    subprocess.run([postil, "import", str(text)], cwd=content.parent, stdout=subprocess.DEVNULL)
    articles = sorted(content.glob("articles/*/article.md"), key=line)
    flats = [flat(article, content / "outlets") for article in articles]
    if mode == "pages" and flats:
        (out / f"{text.stem}.md").write_text(flats[0][0] + "".join("\n" + body for _, body in flats[1:]))
    for number, (article, _) in enumerate(flats if mode == "plain" else [], 1):
        (out / (f"{text.stem}.md" if number == 1 else f"{text.stem}-{number}.md")).write_text(article)
PY
"$python" "$scorer/score.py" "$mode" "$data" "$out"
