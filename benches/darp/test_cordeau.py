"""The judge is judged: `python3 -m unittest` in this folder."""

import unittest

import cordeau as c


def one(longest_route=100.0, longest_ride=30.0, pickup_opens=0.0, dropoff_closes=100.0, capacity=1):
    """Depot, two pick-ups at 10 and 20, their drop-offs at 30 and 40, on a line; one minute of service."""
    at = [(0, 0), (10, 1), (20, 1), (30, -1), (40, -1)]
    nodes = [c.Node(x, 0.0, 1.0 if load else 0.0, load, 0.0, 200.0) for x, load in at]
    nodes[1] = c.Node(10.0, 0.0, 1.0, 1, pickup_opens, 200.0)
    nodes[3] = c.Node(30.0, 0.0, 1.0, -1, 0.0, dropoff_closes)
    return c.Instance(1, longest_route, capacity, longest_ride, nodes)


BOTH = [["p", 1], ["p", 2], ["d", 1], ["d", 2]]


class Judge(unittest.TestCase):
    def broken(self, instance, route):
        return " ".join(c.judge(instance, {"vehicles": [route]})["broken"])

    def test_a_good_plan(self):
        result = c.judge(one(capacity=2), {"vehicles": [BOTH]})
        self.assertEqual((result["distance"], result["broken"]), (80.0, []))

    def test_each_fault_is_named(self):
        self.assertIn("room for 1", self.broken(one(), BOTH))
        self.assertIn("not served", self.broken(one(), [["p", 1], ["d", 1]]))
        self.assertIn("isn't on board", self.broken(one(), [["d", 1], ["p", 1], ["p", 2], ["d", 2]]))
        self.assertIn("twice", self.broken(one(capacity=2), BOTH + [["p", 1]]))
        self.assertIn("unknown", self.broken(one(), [["p", 9]]))

    def test_limits_of_time(self):
        two = {"capacity": 2}
        for name, limits in {"route": {"longest_route": 83.9}, "ride": {"longest_ride": 20.9}, "window": {"dropoff_closes": 31.9}}.items():
            self.assertIn("no timetable", self.broken(one(**two, **limits), BOTH), name)
        for name, limits in {"route": {"longest_route": 84.0}, "ride": {"longest_ride": 21.0}, "window": {"dropoff_closes": 32.0}}.items():
            self.assertEqual("", self.broken(one(**two, **limits), BOTH), name)

    def test_waiting_before_the_pick_up_shortens_a_ride(self):
        self.assertEqual("", self.broken(one(capacity=2, pickup_opens=50.0, longest_ride=21.0, longest_route=84.0), BOTH))


if __name__ == "__main__":
    unittest.main()
