"""Plans each instance with everyone and judges all plans alike; prints one JSON line for each plan.

BENCH_GENERATED (default 4) instances are made besides the two that are kept; BENCH_SECONDS is the time for each plan
(default 10; 20 from 200 households on). BENCH_PEERS=no leaves the libraries out.
"""

import json
import os
import pathlib
import subprocess
import sys
import time

import evacuation
import peers

HERE = pathlib.Path(__file__).parent
AMANA = os.environ["AMANA_BIN"]
WORK = pathlib.Path(os.environ["BENCH_WORK"])


def amana(mode):
    def plan(path, _instance, seconds, _horizon):
        command = [AMANA, "plan", "--instance", str(path), "--mode", mode, "--time-limit", str(seconds), "--json"]
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    return plan


def library(solve, horizons=None):
    """A library told no horizon, or a short one times `horizons`: what serves VROOM well is too tight for the others to find a plan."""
    return lambda _path, instance, seconds, short: solve(instance, seconds, round(short * horizons) if horizons else None)


OURS = {"officer rule": amana("officer"), "amana tiers": amana("tiers"), "amana harm": amana("harm")}
LIBRARIES = {
    "VROOM": library(peers.vroom),
    "VROOM, horizon and priorities": library(peers.vroom, 1.05),
    "PyVRP, horizon": library(peers.pyvrp, 1.3),
    "OR-Tools, weighted arrival": library(peers.ortools),
    "OR-Tools, weighted arrival and horizon": library(peers.ortools, 1.3),
}


def instances():
    yield from sorted((HERE / "instances").glob("*.txt"))
    sizes = [60, 120, 240]
    for number in range(int(os.environ.get("BENCH_GENERATED", "4"))):
        households = sizes[number % len(sizes)]
        path = WORK / f"made_{households}_{number:02}.txt"
        evacuation.write(evacuation.generate(households, 1000 + number), path)
        yield path


def line(case, who, plan, taken, instance):
    row = {"bench": "movement", "case": case, "who": who, "seconds": round(taken, 2)}
    if plan is None:
        return row | {"note": "no plan found"}
    judged = evacuation.judge(instance, plan)
    values = {"W": round(judged["W"], 1)}
    for tier, (mean, last) in judged["tiers"].items():
        values[f"tier {tier} mean / last h"] = f"{mean:.1f} / {last:.1f}"
    values["tier 1 W"] = round(judged["tier_harm"][1], 1)
    values["left behind"] = judged["left"]
    broken = judged["broken"]
    return row | {"values": values} | ({"note": f"{len(broken)} rules broken: {broken[0]}"} if broken else {})


def main():
    planners = OURS | ({} if os.environ.get("BENCH_PEERS") == "no" else LIBRARIES)
    for path in instances():
        instance = evacuation.read(path)
        seconds = float(os.environ.get("BENCH_SECONDS", "20" if len(instance.households) >= 200 else "10"))
        horizon = peers.short_horizon(instance) if len(planners) > len(OURS) else None
        print(json.dumps({"bench": "movement", "case": path.stem, "who": "bound: everyone alone at once", "values": {"W": round(evacuation.bound(instance), 1)}}), flush=True)
        for who, plan in planners.items():
            began = time.perf_counter()
            try:
                made = plan(path, instance, seconds, horizon)
            except subprocess.CalledProcessError as error:
                print(error.stderr[-500:], file=sys.stderr)
                made = None
            print(json.dumps(line(path.stem, who, made, time.perf_counter() - began, instance)), flush=True)


main()
