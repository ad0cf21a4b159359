#!/usr/bin/env python3
"""Cases without the text that the note was made on: without_old.py < cases.jsonl > without-old.jsonl"""
import json, sys

for line in sys.stdin:
    case = json.loads(line)
    case.pop('old', None)
    print(json.dumps(case, ensure_ascii=False))
