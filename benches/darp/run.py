"""Solves each file of DARP_FILES with everyone; prints one JSON line for each plan. BENCH_SECONDS (default 10) is the time for each."""

import json
import os
import pathlib
import subprocess
import sys
import time

import cordeau

SECONDS = float(os.environ.get("BENCH_SECONDS", "10"))

# Optimal distances, recalled from Cordeau (2006) and Ropke, Cordeau and Laporte (2007); not checked again against the papers.
BEST = {
    "a2-16": 294.25, "a2-20": 344.83, "a2-24": 431.12, "a3-24": 344.83, "a3-30": 494.85, "a3-36": 583.19,
    "a4-32": 485.50, "a4-40": 557.69, "a4-48": 668.82, "a5-40": 498.41, "a5-50": 686.62, "a5-60": 808.42,
    "a6-48": 604.12, "a6-60": 819.25, "a6-72": 916.05, "a7-56": 724.04, "a7-70": 889.12, "a7-84": 1033.37,
    "a8-64": 747.46, "a8-80": 945.73, "a8-96": 1229.66,
}  # fmt: skip


def amana(path, _instance):
    command = [os.environ["AMANA_BIN"], "plan", "--instance", str(path), "--format", "darp", "--time-limit", str(SECONDS), "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main():
    planners = {"amana": amana}
    if os.environ.get("BENCH_PEERS") != "no":
        planners["OR-Tools"] = lambda _path, instance: cordeau.ortools(instance, SECONDS)
    for path in sorted(pathlib.Path(os.environ["DARP_FILES"]).glob("*-*.txt")):
        instance = cordeau.read(path)
        for who, plan in planners.items():
            began = time.perf_counter()
            try:
                made = plan(path, instance)
            except subprocess.CalledProcessError as error:
                print(error.stderr[-500:], file=sys.stderr)
                made = None
            row = {"bench": "darp", "case": path.stem, "who": who, "seconds": round(time.perf_counter() - began, 2)}
            if made is None:
                row["note"] = "no plan found"
            else:
                judged = cordeau.judge(instance, made)
                row["values"] = {"distance": round(judged["distance"], 2)}
                if path.stem in BEST:
                    row["values"]["best known"] = BEST[path.stem]
                    row["values"]["above it %"] = round((judged["distance"] / BEST[path.stem] - 1) * 100, 2)
                row["values"]["feasible"] = "no" if judged["broken"] else "yes"
                if judged["broken"]:
                    row["note"] = "; ".join(judged["broken"][:3])
            print(json.dumps(row), flush=True)


main()
