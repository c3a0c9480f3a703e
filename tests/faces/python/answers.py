"""Answers questions by the Python module: one JSON object a line in, one JSON text a line out."""

import json
import sys

import planshift


def answer(asked):
    question, catalog = asked["question"], asked["catalog"]
    if question in ("check", "audit"):
        # The module's own functions return dictionaries; here the bytes matter.
        return planshift._ask(f"planshift_{question}", planshift._bytes(catalog))
    try:
        with planshift.load(catalog) as engine:
            return engine.answer(question, asked["request"])
    except planshift.CatalogError as error:
        return json.dumps(error.document, ensure_ascii=False, separators=(",", ":"))


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
