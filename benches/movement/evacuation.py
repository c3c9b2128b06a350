"""Instances of an evacuation: reading, generating, and judging a plan.

The judge shares nothing with any planner: it replays a plan and says what is broken, or how long people stay exposed.
Times are seconds; W is weight x hours until a household has left the vehicle at its destination.
"""

import heapq
import random
from dataclasses import dataclass

BOARDING, ALIGHTING = 180, 60
TIER_OF_WEIGHT = {8: 1, 4: 2, 2: 3, 1: 4}
HOUR = 3600


@dataclass(frozen=True)
class Household:
    pickup: int
    dropoff: int
    load: tuple  # seats, wheelchairs, stretchers
    weight: float
    tier: int


@dataclass(frozen=True)
class Instance:
    seconds: list
    vehicles: list  # seats, wheelchair bays, stretchers
    households: list


def read(path):
    with open(path, encoding="utf-8") as file:
        rows = [line.split() for line in file if line.strip()]
    places, vehicles, households = map(int, rows[0])
    assert len(rows) == 1 + places + vehicles + households, f"{path}: {len(rows)} lines"
    matrix, fleet, people = rows[1 : 1 + places], rows[1 + places : 1 + places + vehicles], rows[1 + places + vehicles :]
    return Instance(
        [[int(x) for x in row] for row in matrix],
        [tuple(map(int, row)) for row in fleet],
        [
            Household(int(r[0]), int(r[1]), tuple(map(int, r[2:5])), float(r[5]), TIER_OF_WEIGHT[int(r[6])])
            for r in people
        ],
    )


def write(instance, path):
    weight_of = {tier: weight for weight, tier in TIER_OF_WEIGHT.items()}
    with open(path, "w", encoding="utf-8") as file:
        print(len(instance.seconds), len(instance.vehicles), len(instance.households), file=file)
        for row in instance.seconds:
            print(*row, file=file)
        for vehicle in instance.vehicles:
            print(*vehicle, file=file)
        for h in instance.households:
            print(h.pickup, h.dropoff, *h.load, round(h.weight, 1), weight_of[h.tier], file=file)


FLEET = [(45, 0, 0)] * 2 + [(14, 0, 0)] * 4 + [(6, 2, 0)] * 2 + [(3, 0, 2)] * 2
SITES, DESTINATIONS = 12, 3


def generate(households, seed):
    """An instance with the statistics of those in `instances/`: a road net of 16 places, hazard by site, needs by household."""
    chance = random.Random(seed)
    places = 1 + SITES + DESTINATIONS
    seconds = road_seconds(chance, places)
    hazards = [chance.choice([0.3, 0.5, 0.8, 1.2, 2.0]) for _ in range(SITES)]
    ends = range(1 + SITES, places)
    nearest = [sorted(ends, key=lambda e: seconds[site][e]) for site in range(1, 1 + SITES)]
    mixed = set(chance.sample(range(SITES), 3))  # sites whose people go to two destinations
    people = []
    for _ in range(households):
        site = chance.randrange(SITES)
        size = chance.choices(range(1, 9), [13, 14, 16, 21, 18, 10, 6, 2])[0]
        need = chance.random()
        wheelchairs, stretchers = int(need < 0.04), int(0.04 <= need < 0.07)
        if wheelchairs + stretchers:
            size = min(size, 6 if wheelchairs else 4)
        seats = size - wheelchairs - stretchers
        weight = chance.choices([8, 4, 2, 1], [13, 20, 33, 34])[0]
        end = nearest[site][1] if site in mixed and chance.random() < 0.4 else nearest[site][0]
        harm = round(weight * size * hazards[site], 1)
        people.append(Household(1 + site, end, (seats, wheelchairs, stretchers), harm, TIER_OF_WEIGHT[weight]))
    return Instance(seconds, FLEET, people)


def road_seconds(chance, places):
    """Shortest times over a net that joins each place with its three nearest, and every part with the rest."""
    points = [(chance.uniform(0, 100), chance.uniform(0, 100)) for _ in range(places)]

    def straight(a, b):
        return ((points[a][0] - points[b][0]) ** 2 + (points[a][1] - points[b][1]) ** 2) ** 0.5

    near = [sorted((b for b in range(places) if b != a), key=lambda b: straight(a, b)) for a in range(places)]
    links = {(min(a, b), max(a, b)) for a in range(places) for b in near[a][:3]}
    together = [0]
    while len(together) < places:
        a, b = min(((a, b) for a in together for b in range(places) if b not in together), key=lambda p: straight(*p))
        links.add((min(a, b), max(a, b)))
        together.append(b)
    roads = [[] for _ in range(places)]
    for a, b in sorted(links):
        seconds = round(straight(a, b) * 70 * chance.uniform(1.0, 1.5))
        roads[a].append((b, seconds))
        roads[b].append((a, seconds))
    return [shortest(roads, a) for a in range(places)]


def shortest(roads, start):
    best = [None] * len(roads)
    queue = [(0, start)]
    while queue:
        seconds, place = heapq.heappop(queue)
        if best[place] is None:
            best[place] = seconds
            for to, more in roads[place]:
                heapq.heappush(queue, (seconds + more, to))
    return best


def judge(instance, plan):
    """Replays `plan` ({"vehicles": [[["p", household], ["d", household], ...], ...]}).

    Gives W, hours per tier (mean and last), who was left behind and every rule that is broken.
    """
    broken, safe_at = [], {}
    routes = plan["vehicles"]
    if len(routes) > len(instance.vehicles):
        broken.append(f"{len(routes)} vehicles used, {len(instance.vehicles)} there are")
    boarded = {}
    for number, (route, room) in enumerate(zip(routes, instance.vehicles)):
        clock, place, load = 0, 0, [0, 0, 0]
        for act, index in route:
            if not 0 <= index < len(instance.households):
                broken.append(f"vehicle {number}: no household {index}")
                continue
            household = instance.households[index]
            to = household.pickup if act == "p" else household.dropoff
            clock += instance.seconds[place][to] + (BOARDING if act == "p" else ALIGHTING)
            place = to
            if act == "p":
                if index in boarded:
                    broken.append(f"household {index} boards twice")
                boarded[index] = number
                load = [a + b for a, b in zip(load, household.load)]
                if any(a > b for a, b in zip(load, room)):
                    broken.append(f"vehicle {number}: {load} on board, room for {list(room)}")
            elif act == "d":
                if boarded.get(index) != number or index in safe_at:
                    broken.append(f"vehicle {number}: household {index} alights and is not on board")
                else:
                    load = [a - b for a, b in zip(load, household.load)]
                    safe_at[index] = clock
            else:
                broken.append(f"vehicle {number}: unknown act {act!r}")
    left = [i for i in range(len(instance.households)) if i not in safe_at]
    broken += [f"household {i} boards and never alights" for i in left if i in boarded]
    tiers = {}
    for index, clock in safe_at.items():
        tiers.setdefault(instance.households[index].tier, []).append(clock / HOUR)
    return {
        "W": sum(instance.households[i].weight * clock / HOUR for i, clock in safe_at.items()),
        "left": len(left),
        "broken": broken,
        "tiers": {tier: (sum(h) / len(h), max(h)) for tier, h in sorted(tiers.items())},
        "tier_harm": {
            tier: sum(instance.households[i].weight * c / HOUR for i, c in safe_at.items() if instance.households[i].tier == tier)
            for tier in (1, 2, 3, 4)
        },
        "last": max(safe_at.values(), default=0) / HOUR,
    }


def bound(instance):
    """A simple lower bound on W: every household by itself, straight from where a vehicle that fits starts."""
    return sum(
        h.weight * (instance.seconds[0][h.pickup] + BOARDING + instance.seconds[h.pickup][h.dropoff] + ALIGHTING) / HOUR
        for h in instance.households
    )
