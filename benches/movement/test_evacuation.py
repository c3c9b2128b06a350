"""The judge is judged: `python3 -m unittest` in this folder."""

import unittest

import evacuation as e


def small():
    people = [e.Household(1, 2, (2, 0, 0), 16.0, 1), e.Household(1, 2, (1, 1, 0), 2.0, 4)]
    return e.Instance([[0, 600, 1200], [600, 0, 900], [1200, 900, 0]], [(3, 1, 0), (2, 0, 0)], people)


class Judge(unittest.TestCase):
    def broken(self, *vehicles):
        return " ".join(e.judge(small(), {"vehicles": list(vehicles)})["broken"])

    def test_times_by_hand(self):
        result = e.judge(small(), {"vehicles": [[["p", 0], ["p", 1], ["d", 0], ["d", 1]], []]})
        self.assertEqual(result["broken"], [])
        first, second = 600 + 180 + 180 + 900 + 60, 600 + 180 + 180 + 900 + 120
        self.assertAlmostEqual(result["W"], (16 * first + 2 * second) / 3600)
        self.assertAlmostEqual(result["tiers"][1][0], first / 3600)

    def test_each_fault_is_named(self):
        self.assertIn("room for", self.broken([], [["p", 1], ["d", 1]]))
        self.assertIn("not on board", self.broken([["d", 0]]))
        self.assertIn("boards twice", self.broken([["p", 0], ["d", 0], ["p", 0], ["d", 0]]))
        self.assertIn("never alights", self.broken([["p", 0]]))
        self.assertIn("not on board", self.broken([["p", 0]], [["d", 0]]))
        self.assertIn("no household 7", self.broken([["p", 7]]))
        self.assertIn("2 there are", self.broken([], [], []))
        self.assertIn("unknown act", self.broken([["x", 0]]))
        self.assertEqual(e.judge(small(), {"vehicles": [[]]})["left"], 2)

    def test_made_instances_are_sound_and_the_same_for_one_seed(self):
        made = e.generate(60, 7)
        self.assertEqual(made, e.generate(60, 7))
        self.assertNotEqual(made, e.generate(60, 8))
        for h in made.households:
            self.assertTrue(any(all(a <= b for a, b in zip(h.load, v)) for v in made.vehicles), h)
        n = len(made.seconds)
        self.assertTrue(all(made.seconds[a][b] <= made.seconds[a][c] + made.seconds[c][b] for a in range(n) for b in range(n) for c in range(n)))


if __name__ == "__main__":
    unittest.main()
