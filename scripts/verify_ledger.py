#!/usr/bin/env python3
"""Verifies an exported ledger of Jishi without its server: python3 verify_ledger.py DIR [NUMBER:ROOT]

DIR is what `npm run jishi -- export-ledger --out DIR --as auditor` wrote. NUMBER:ROOT is a head of the chain that was noted
earlier. Python 3.8 or later, standard library only. Exit status 0 sound, 1 altered, 2 used wrongly.

Event:   hash = SHA-256(hash of the contract's event before || text)
Line:    hash = SHA-256(text), for postings, trail rows and imprints
Leaf:    SHA-256(00 || hash); node: SHA-256(01 || left || right); a node without a neighbour goes up as it is
Seal:    root = SHA-256(root before || SHA-256(text) || trees of events, postings, trail rows, imprints), over the rows whose
         transaction number lies from the `below` of the seal before up to its own; rows in the order of their numbers
"""
import hashlib
import json
import sys
import time
from bisect import bisect_right
from collections import defaultdict
from pathlib import Path

KINDS = ("events", "postings", "trails", "imprints")
faults = []


def sha(data):
    return hashlib.sha256(data).digest()


def rows(folder, name):
    with open(folder / f"{name}.jsonl", encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            try:
                yield json.loads(line)
            except ValueError:
                faults.append(f"{name}.jsonl line {number}: not readable")


def tree(level):
    while len(level) > 1:
        pairs = [level[i : i + 2] for i in range(0, len(level), 2)]
        level = [sha(b"\x01" + pair[0] + pair[1]) if len(pair) == 2 else pair[0] for pair in pairs]
    return level[0] if level else b""


def check_event(row, last):
    """The chain of one contract; `last` holds number and hash of its latest event."""
    contract, seq = row["chain"].split("/")
    before_seq, before = last.get(contract, (0, b""))
    if int(seq) != before_seq + 1:
        faults.append(f"event {row['id']}: {row['chain']} does not follow number {before_seq}")
    hash_ = bytes.fromhex(row["hash"])
    last[contract] = (int(seq), hash_)
    if row["line"] is None:
        return
    if not row["line"].startswith(f"{contract}|{seq}|") or sha(before + row["line"].encode()) != hash_:
        faults.append(f"event {row['id']} ({row['chain']}): altered")


def check_line(kind, row):
    if row["line"] is None:
        return None
    if sha(row["line"].encode()) != bytes.fromhex(row["hash"]):
        faults.append(f"{kind} {row['id']}: altered")
        return None
    line = json.loads(row["line"])
    if str(line["id"]) != row["id"] or str(line["xid"]) != row["xid"]:
        faults.append(f"{kind} {row['id']}: filed under another number or transaction")
    return line


def check_seals(seals, leaves):
    before = b""
    for place, seal in enumerate(seals):
        trees = {kind: tree(leaves[kind][place]) for kind in KINDS}
        counts = [len(leaves[kind][place]) for kind in KINDS]
        number, text = seal["number"], seal["line"]
        if number != place + 1:
            faults.append(f"seal {number}: seal {place + 1} is missing before it")
        if text is None:  # the first seals covered events alone
            made, agrees = sha(before + trees["events"]), counts[0] == seal["events"]
        else:
            made = sha(before + sha(text.encode()) + b"".join(trees[kind] for kind in KINDS))
            told = text.split("|")
            agrees = [told[0], told[2]] == [str(number), seal["below"]] and told[3:] == [str(n) for n in counts]
        before = bytes.fromhex(seal["root"])
        if made != before or not agrees:
            faults.append(f"seal {number}: its rows do not make its root")


def read_totals(folder):
    kept = {}
    for row in rows(folder, "totals"):
        key = (row["year"], row["unit"], row["dimension"], row["member"])
        kept[key] = [int(row[name]) for name in ("contracts", "turnover", "technology")]
    return kept


def post(sums, dimensions, line):
    """Adds a posting to every total it counts in; amounts in fen."""
    for dimension in dimensions:
        member = "" if dimension == "all" else line["registered_on" if dimension == "day" else dimension]
        cell = sums[(line["year"], line["unit"], dimension, member)]
        for place, amount in enumerate((1, line["turnover"], line["technology"])):
            cell[place] += line["sign"] * amount


def check_totals(kept, sums):
    for key in sorted(kept.keys() | sums.keys()):
        if kept.get(key) != sums.get(key):
            faults.append(f"total {'/'.join(map(str, key))}: {kept.get(key)} kept, {sums.get(key)} posted")


def told(what, count, began):
    print(f"{what:<10}{count:>12,}{count / max(time.monotonic() - began, 1e-6):>14,.0f} /s")


def verify(folder, head):
    seals = list(rows(folder, "seals"))
    below = [int(seal["below"]) for seal in seals]
    leaves = {kind: [[] for _ in seals] for kind in KINDS}
    kept, sums = read_totals(folder), defaultdict(lambda: [0, 0, 0])
    dimensions = {key[2] for key in kept}
    last, unread, unsealed, hidden = {}, 0, 0, 0
    for kind in KINDS:
        began, count = time.monotonic(), 0
        for row in rows(folder, kind):
            count += 1
            if kind == "events":
                check_event(row, last)
            else:
                line = check_line(kind, row)
                if kind == "postings" and line:
                    post(sums, dimensions, line)
                elif kind == "postings":
                    unread += 1
            hidden += row["line"] is None
            place = bisect_right(below, int(row["xid"]))
            if place == len(seals):
                unsealed += 1
            else:
                leaves[kind][place].append(sha(b"\x00" + bytes.fromhex(row["hash"])))
        told(kind, count, began)
    began = time.monotonic()
    check_seals(seals, leaves)
    told("seals", len(seals), began)
    if unread:
        print("totals: not checked, because not every posting can be read here")
    else:
        began = time.monotonic()
        check_totals(kept, sums)
        told("totals", len(kept), began)
    print(f"{hidden:,} rows by their hash alone, {unsealed:,} not sealed yet")
    if head:
        number, _, root = head.partition(":")
        if not any(str(seal["number"]) == number and seal["root"] == root.lower() for seal in seals):
            faults.append(f"head {number}: not in this chain")
    elif seals:
        print(f"head {seals[-1]['number']}:{seals[-1]['root']}")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        print(__doc__)
        sys.exit(2)
    verify(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) == 3 else None)
    for fault in faults:
        print(fault)
    print(f"ALTERED: {len(faults)} faults" if faults else "SOUND")
    sys.exit(1 if faults else 0)
