#!/usr/bin/env python3
"""Runs the cases against a program that is called like `planshift`:

    python3 run.py PROGRAM [PART-OF-A-NAME]

It prints every difference, and ends with status 1 if there is one. README.md explains the comparison.
"""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

HOME = pathlib.Path(__file__).resolve().parent


SENTENCES = ("label", "message", "title", "detail")


def arranged(member, items):
    if member == "lines":
        return sorted(items, key=lambda line: line["transaction"])
    if member in ("reasons", "notices", "warnings"):
        return sorted(items, key=lambda item: (item["code"], item.get("path", "")))
    return items


def differences(expected, answer, at="", member=""):
    if expected in (None, []) and answer in (None, []):
        return []
    if isinstance(expected, list) and isinstance(answer, list) and len(expected) == len(answer):
        pairs = zip(arranged(member, expected), arranged(member, answer))
        return [each for i, (a, b) in enumerate(pairs) for each in differences(a, b, f"{at}/{i}")]
    if isinstance(expected, dict) and isinstance(answer, dict):
        names = [name for name in expected if name not in SENTENCES]
        return [each for name in names for each in differences(expected[name], answer.get(name), f"{at}/{name}", name)]
    same = type(expected) is type(answer) and expected == answer
    return [] if same else [f"{at}: expected {json.dumps(expected)}, found {json.dumps(answer)}"]


def patched(document, operations):
    """The three operations of RFC 6902 that the cases use."""
    result = copy.deepcopy(document)
    for operation in operations:
        *steps, last = operation["path"].split("/")[1:]
        parent = result
        for step in steps:
            parent = parent[int(step) if isinstance(parent, list) else step]
        kind = operation["op"]
        if not isinstance(parent, list):
            if kind == "remove":
                del parent[last]
            else:
                parent[last] = operation["value"]
        elif kind == "add":
            parent.insert(len(parent) if last == "-" else int(last), operation["value"])
        elif kind == "replace":
            parent[int(last)] = operation["value"]
        else:
            del parent[int(last)]
    return result


def catalog_of(case):
    """The text of a case's catalog."""
    def named(name):
        return (HOME / "catalogs" / name).read_text(encoding="utf-8")

    if "catalog_text" in case:
        return case["catalog_text"]
    catalog = case["catalog"]
    if isinstance(catalog, str):
        return named(catalog)
    return json.dumps(patched(json.loads(named(catalog["base"])), catalog["patch"]) if "base" in catalog else catalog)


def ask(program, folder, case):
    catalog = pathlib.Path(folder) / "catalog.json"
    catalog.write_bytes(catalog_of(case).encode("utf-8"))
    question = case["question"]
    words = ["check", catalog] if question == "check" else [question, "--catalog", catalog, "-"]
    request = case.get("request_text", json.dumps(case.get("request", {})))
    answered = subprocess.run([program, *words], input=request.encode("utf-8"), stdout=subprocess.PIPE, check=False)
    return json.loads(answered.stdout)


def main(program="planshift", part=""):
    paths = sorted((HOME / "cases").rglob("*.json"))
    chosen = [path for path in paths if part in path.relative_to(HOME / "cases").as_posix()]
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for path in chosen:
            case = json.loads(path.read_text(encoding="utf-8"))
            try:
                found = differences({"error": None, **case["expected"]}, ask(program, folder, case))
            except ValueError as error:
                found = [str(error)]
            failed += bool(found)
            for difference in found:
                print(f"{path.relative_to(HOME / 'cases')}: {difference}")
    print(f"{len(chosen)} cases, {failed} differ")
    return 0 if chosen and not failed else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
