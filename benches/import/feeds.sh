#!/bin/sh
# What postil finds of real feeds, and what the best peer (feedparser, from PyPI) finds of them:
#   benches/import/feeds.sh CORPUS SCORER [OUT]
# CORPUS holds pages/*.xml and truth.json; SCORER is score_feeds.py. Both are not part of this repository.
set -eu
corpus=$1 scorer=$2 out=${3:-$(mktemp -d)}
cd "$(dirname "$0")/../.."
cargo build --quiet --release --example feeds
mkdir -p "$out/postil"
target/release/examples/feeds "$corpus/pages" "$out/postil"
python3 "$scorer" "$corpus" "$out/postil"
if python3 -c 'import feedparser' 2>/dev/null; then
    python3 "$scorer" "$corpus" "$out/feedparser"
else
    echo "feedparser is not installed: only postil was scored" >&2
fi
