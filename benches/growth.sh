#!/usr/bin/env bash
# Does the time of a build grow with the number of articles, and no faster?
# Builds generated sites of N and 2N articles (10 notes each) in turn and prints wall and CPU time, memory and the
# ratios. usage: benches/growth.sh [N] [ROUNDS]; GEN names the generator (gen.py of the shared benchmarks).
set -euo pipefail
cd "$(dirname "$0")/.."
n=${1:-1000}
rounds=${2:-5}
gen=${GEN:-../shared/bench/ssg/gen.py}
[ -f "$gen" ] || { echo "no generator at $gen: name it with GEN=…" >&2; exit 2; }
cargo build --release --locked --quiet
postil=$PWD/target/release/postil
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for size in "$n" $((2 * n)); do
  python3 "$gen" --articles "$size" --notes 10 --out "$work/$size" --for postil >/dev/null
done
sync
for round in $(seq "$rounds"); do
  for size in "$n" $((2 * n)); do
    out=$work/out-$size-$round
    python3 - "$size" "$postil" --root "$work/$size/postil" build --out "$out" >>"$work/figures" <<'PY'
import os, subprocess, sys, time
size, command = sys.argv[1], sys.argv[2:]
start = time.monotonic()
process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
wall = time.monotonic() - start
if os.waitstatus_to_exitcode(status):
    sys.exit(f"postil ended with {os.waitstatus_to_exitcode(status)}")
print(size, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
PY
  done
done
python3 - "$work/figures" <<'PY'
import statistics, sys
rows = {}
for line in open(sys.argv[1]):
    size, *figures = line.split()
    rows.setdefault(int(size), []).append([float(f) for f in figures])
medians = {size: [statistics.median(column) for column in zip(*figures)] for size, figures in rows.items()}
small, large = sorted(medians)
print("| articles | wall s | CPU s | peak MiB |\n| --: | --: | --: | --: |")
for size in (small, large):
    wall, cpu, memory = medians[size]
    print(f"| {size} | {wall:.2f} | {cpu:.2f} | {memory:.0f} |")
ratios = [b / a for a, b in zip(medians[small], medians[large])]
print(f"\ntwice the articles: {ratios[0]:.2f} times the wall time, {ratios[1]:.2f} times the CPU time, {ratios[2]:.2f} times the memory")
PY
