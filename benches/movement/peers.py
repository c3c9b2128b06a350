"""The libraries, each as its manual would have it, and with what helps it on this problem.

Each takes an instance, seconds to think and a horizon in seconds (None without), and gives a plan or None.
None of them can be told to keep the order of tiers; OR-Tools alone can be told the weighted time of arrival.
"""

from datetime import timedelta

from evacuation import ALIGHTING, BOARDING, HOUR

PRIORITY = {1: 100, 2: 66, 3: 33, 4: 0}


def vroom(instance, seconds, horizon=None, effort=None):
    import vroom as library

    # At full effort it does not keep to its time on large instances (156 s where 20 were given, 240 households).
    effort = (5 if len(instance.households) <= 100 else 1) if effort is None else effort

    problem = library.Input()
    problem.set_durations_matrix("car", instance.seconds)
    window = {"time_window": library.TimeWindow(0, horizon)} if horizon else {}
    for number, room in enumerate(instance.vehicles):
        problem.add_vehicle(library.Vehicle(number, start=0, capacity=library.Amount(list(room)), **window))
    for index, h in enumerate(instance.households):
        problem.add_shipment(
            library.ShipmentStep(index, h.pickup, default_service=BOARDING),
            library.ShipmentStep(index, h.dropoff, default_service=ALIGHTING),
            amount=library.Amount(list(h.load)),
            priority=PRIORITY[h.tier] if horizon else 0,
        )
    solution = problem.solve(exploration_level=effort, nb_threads=2, timeout=timedelta(seconds=seconds))
    routes = [[] for _ in instance.vehicles]
    steps = solution.routes
    for _, step in steps.iterrows():
        if step["type"] in ("pickup", "delivery"):
            routes[int(step["vehicle_id"])].append(["p" if step["type"] == "pickup" else "d", int(step["id"])])
    return {"vehicles": routes}


def pyvrp(instance, seconds, horizon=None):
    from pyvrp import ActivityType, Model
    from pyvrp.stop import MaxRuntime

    model = Model()
    places = [model.add_location(i, 0) for i in range(len(instance.seconds))]
    end = model.add_location(-1, 0)  # vehicles need not return: the way to this place costs nothing
    for a, row in enumerate(instance.seconds):
        for b, time in enumerate(row):
            if a != b:
                model.add_edge(places[a], places[b], distance=time, duration=time)
        model.add_edge(places[a], end, distance=0, duration=0)
    start, finish = model.add_depot(places[0]), model.add_depot(end)
    late = {"tw_late": horizon} if horizon else {}
    for number, room in enumerate(instance.vehicles):
        model.add_vehicle_type(
            1, list(room), start, finish, unit_distance_cost=0, unit_duration_cost=1, name=str(number), **late
        )
    for h in instance.households:
        model.add_shipment(
            places[h.pickup],
            places[h.dropoff],
            pickup_service_duration=BOARDING,
            delivery_service_duration=ALIGHTING,
            amount=list(h.load),
        )
    result = model.solve(MaxRuntime(seconds), seed=1, display=False)
    if not result.is_feasible():
        return None
    routes = [[] for _ in instance.vehicles]
    letters = {ActivityType.PICKUP: "p", ActivityType.DELIVERY: "d"}
    for route in result.best.routes():
        routes[route.vehicle_type()] = [[letters[a.type], a.idx] for a in route if a.type in letters]
    return {"vehicles": routes}


def ortools(instance, seconds, horizon=None):
    from ortools.constraint_solver import pywrapcp, routing_enums_pb2

    households, vehicles = instance.households, len(instance.vehicles)
    # Node 0 is where vehicles start, node 1 where they end for nothing, then a pick-up and a drop-off for each household.
    place, service, load = [0, None], [0, 0], [(0, 0, 0)] * 2
    for h in households:
        place += [h.pickup, h.dropoff]
        service += [BOARDING, ALIGHTING]
        load += [h.load, tuple(-x for x in h.load)]
    manager = pywrapcp.RoutingIndexManager(len(place), vehicles, [0] * vehicles, [1] * vehicles)
    routing = pywrapcp.RoutingModel(manager)
    times = [
        [service[a] if place[b] is None or place[a] is None else service[a] + instance.seconds[place[a]][place[b]] for b in range(len(place))]
        for a in range(len(place))
    ]
    transit = routing.RegisterTransitMatrix(times)
    most = horizon or 200 * HOUR
    routing.SetArcCostEvaluatorOfAllVehicles(transit)  # without it the first plan is far off and search doesn't recover
    routing.AddDimension(transit, 0, most, True, "time")
    clock = routing.GetDimensionOrDie("time")
    for kind in range(3):
        routing.AddDimensionWithVehicleCapacity(
            routing.RegisterUnaryTransitVector([x[kind] for x in load]), 0, [room[kind] for room in instance.vehicles], True, f"load{kind}"
        )
    for index, h in enumerate(households):
        pickup, dropoff = manager.NodeToIndex(2 + 2 * index), manager.NodeToIndex(3 + 2 * index)
        routing.AddPickupAndDelivery(pickup, dropoff)
        routing.solver().Add(routing.VehicleVar(pickup) == routing.VehicleVar(dropoff))
        routing.solver().Add(clock.CumulVar(pickup) <= clock.CumulVar(dropoff))
        clock.SetCumulVarSoftUpperBound(dropoff, 0, max(1, round(h.weight * 10)))
    parameters = pywrapcp.DefaultRoutingSearchParameters()
    parameters.first_solution_strategy = routing_enums_pb2.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
    parameters.local_search_metaheuristic = routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    parameters.time_limit.FromMilliseconds(int(seconds * 1000))
    solution = routing.SolveWithParameters(parameters)
    if solution is None:
        return None
    routes = []
    for number in range(vehicles):
        route, index = [], solution.Value(routing.NextVar(routing.Start(number)))
        while not routing.IsEnd(index):
            node = manager.IndexToNode(index) - 2
            route.append(["d" if node % 2 else "p", node // 2])
            index = solution.Value(routing.NextVar(index))
        routes.append(route)
    return {"vehicles": routes}


def short_horizon(instance):
    """About the shortest horizon in which VROOM, searching briefly, still serves everyone: libraries plan far better when told one."""
    from evacuation import judge

    high = judge(instance, vroom(instance, 5, effort=0))["last"] * HOUR
    low = 0.0
    for _ in range(5):
        middle = (low + high) / 2
        if judge(instance, vroom(instance, 5, round(middle), effort=0))["left"] == 0:
            high = middle
        else:
            low = middle
    return high
