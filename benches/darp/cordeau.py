"""Dial-a-ride files of Cordeau (2006): reading them, and judging a plan exactly.

First line: vehicles, nodes, longest route (min), capacity, longest ride (min); then per node: index, x, y, service time, load,
window opens, window closes. Node 0 is the depot, 1..n pick-ups, n+1..2n the drop-offs. Minutes and distance are Euclidean.
"""

import math
from dataclasses import dataclass

SMALL = 1e-6


@dataclass(frozen=True)
class Node:
    x: float
    y: float
    service: float
    load: int
    opens: float
    closes: float


@dataclass(frozen=True)
class Instance:
    vehicles: int
    longest_route: float
    capacity: int
    longest_ride: float
    nodes: list  # depot, pick-ups, drop-offs

    @property
    def requests(self):
        return (len(self.nodes) - 1) // 2

    def way(self, a, b):
        return math.hypot(self.nodes[a].x - self.nodes[b].x, self.nodes[a].y - self.nodes[b].y)


def read(path):
    with open(path, encoding="utf-8") as file:
        rows = [line.split() for line in file if line.strip()]
    vehicles, _, route, capacity, ride = rows[0]
    nodes = [Node(*map(float, r[1:4]), int(float(r[4])), float(r[5]), float(r[6])) for r in rows[1:]]
    if len(nodes) % 2 == 0:  # some copies name the depot again at the end
        nodes.pop()
    return Instance(int(vehicles), float(route), int(capacity), float(ride), nodes)


def judge(instance, plan):
    """Distance of a plan ({"vehicles": [[["p", 1], ["d", 1], ...], ...]}, requests from 1) and every rule that it breaks."""
    broken, seen, distance = [], {}, 0.0
    if len(plan["vehicles"]) > instance.vehicles:
        broken.append(f"{len(plan['vehicles'])} vehicles used, {instance.vehicles} there are")
    for number, route in enumerate(plan["vehicles"]):
        stops, load = [0], 0
        for act, request in route:
            if not 1 <= request <= instance.requests or act not in ("p", "d"):
                broken.append(f"vehicle {number}: {act} {request} is unknown")
                continue
            node = request if act == "p" else request + instance.requests
            if node in seen:
                broken.append(f"request {request}: {act} twice")
            elif act == "d" and seen.get(request) != number:
                broken.append(f"request {request}: leaves vehicle {number} and isn't on board")
            seen[node] = number
            stops.append(node)
            load += instance.nodes[node].load
            if load > instance.capacity:
                broken.append(f"vehicle {number}: {load} on board, room for {instance.capacity}")
        if route:
            stops.append(0)
            distance += sum(instance.way(a, b) for a, b in zip(stops, stops[1:]))
            if not has_timetable(instance, stops):
                broken.append(f"vehicle {number}: no timetable keeps windows, ride and route limits")
    broken += [f"request {r}: not served" for r in range(1, instance.requests + 1) if r not in seen or r + instance.requests not in seen]
    return {"distance": distance, "broken": broken}


def has_timetable(instance, stops):
    """Whether begin-of-service times exist: a system of difference constraints, settled by Bellman and Ford.

    Each constraint (a, b, w) says time[b] - time[a] <= w; index len(stops) is the origin of time.
    """
    nodes, origin = instance.nodes, len(stops)
    limits = []
    for i, stop in enumerate(stops):
        limits += [(origin, i, nodes[stop].closes), (i, origin, -nodes[stop].opens)]
    for i, (a, b) in enumerate(zip(stops, stops[1:])):
        limits.append((i + 1, i, -(nodes[a].service + instance.way(a, b))))
    for i, stop in enumerate(stops):
        if 1 <= stop <= instance.requests and stop + instance.requests in stops[i:]:
            limits.append((i, stops.index(stop + instance.requests, i), nodes[stop].service + instance.longest_ride))
    limits.append((0, len(stops) - 1, instance.longest_route))
    time = [0.0] * (len(stops) + 1)
    for _ in range(len(time) + 1):
        changed = False
        for a, b, most in limits:
            if time[a] + most < time[b] - SMALL:
                time[b], changed = time[a] + most, True
        if not changed:
            return True
    return False


def ortools(instance, seconds):
    from ortools.constraint_solver import pywrapcp, routing_enums_pb2

    scale, n = 1000, instance.requests
    manager = pywrapcp.RoutingIndexManager(2 * n + 1, instance.vehicles, 0)
    routing = pywrapcp.RoutingModel(manager)
    ways = [[math.ceil(instance.way(a, b) * scale) for b in range(2 * n + 1)] for a in range(2 * n + 1)]
    routing.SetArcCostEvaluatorOfAllVehicles(routing.RegisterTransitMatrix(ways))
    service = [round(node.service * scale) for node in instance.nodes]
    times = [[service[a] + ways[a][b] for b in range(2 * n + 1)] for a in range(2 * n + 1)]
    day = round(max(node.closes for node in instance.nodes) * scale)
    routing.AddDimension(routing.RegisterTransitMatrix(times), day, day, False, "time")
    clock = routing.GetDimensionOrDie("time")
    routing.AddDimension(routing.RegisterUnaryTransitVector([node.load for node in instance.nodes]), 0, instance.capacity, True, "load")
    for vehicle in range(instance.vehicles):
        clock.SetSpanUpperBoundForVehicle(round(instance.longest_route * scale), vehicle)
    for node in range(1, 2 * n + 1):
        clock.CumulVar(manager.NodeToIndex(node)).SetRange(
            math.ceil(instance.nodes[node].opens * scale), math.floor(instance.nodes[node].closes * scale)
        )
    solver = routing.solver()
    for request in range(1, n + 1):
        pickup, dropoff = manager.NodeToIndex(request), manager.NodeToIndex(request + n)
        routing.AddPickupAndDelivery(pickup, dropoff)
        # Its first plans leave someone behind; a penalty lets the search mend that, where a hard rule would end it.
        routing.AddDisjunction([pickup], 5000 * scale)
        routing.AddDisjunction([dropoff], 5000 * scale)
        longest = service[request] + round(instance.longest_ride * scale)
        clock.SetPickupToDeliveryLimitFunctionForPair(lambda _p, _d, longest=longest: longest, request - 1)
        solver.Add(routing.VehicleVar(pickup) == routing.VehicleVar(dropoff))
        solver.Add(clock.CumulVar(pickup) <= clock.CumulVar(dropoff))
        solver.Add(clock.CumulVar(dropoff) - clock.CumulVar(pickup) <= longest)
    parameters = pywrapcp.DefaultRoutingSearchParameters()
    parameters.first_solution_strategy = routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
    parameters.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    parameters.time_limit.FromMilliseconds(int(seconds * 1000))
    solution = routing.SolveWithParameters(parameters)
    if solution is None:
        return None
    routes = []
    for vehicle in range(instance.vehicles):
        route, index = [], solution.Value(routing.NextVar(routing.Start(vehicle)))
        while not routing.IsEnd(index):
            node = manager.IndexToNode(index)
            route.append(["p", node] if node <= n else ["d", node - n])
            index = solution.Value(routing.NextVar(index))
        routes.append(route)
    return {"vehicles": routes}
