"""Searches names in clear text: SQLite's FTS5 and LIKE, PostgreSQL's trigrams. Prints a JSON line for each (benches/README.md)."""

import json
import os
import pathlib
import random
import sqlite3
import subprocess
import sys
import time

PEOPLE, WORK = int(sys.argv[1]), pathlib.Path(sys.argv[2])
TIMES = 100
SITES = 60
# The lists of crates/app/examples/load/people.rs.
BEGINNINGS = "ma ka zo ni fa sa yo be do mo ra ha ju le ga ti wa pe ab is".split()
MIDDLES = "ri li mou ra di na bi so ta lo ko sse he mba ngo ya".split()
ENDINGS = "am a na i ou ate el in ra ba ma que".split()


def name(rng):
    def pick(parts):
        return parts[int(rng.random() * rng.random() * len(parts))]

    return " ".join(pick(BEGINNINGS) + pick(MIDDLES) + pick(ENDINGS) for _ in range(2))


def people():
    rng = random.Random(1)
    return ((n, name(rng), n // 2500 % SITES) for n in range(PEOPLE))


def asked(words):
    rng = random.Random(2)
    for _ in range(TIMES):
        yield " ".join(name(rng).split()[:words]), rng.randrange(SITES)


def say(engine, who, times):
    times.sort()
    values = {"p50 ms": round(times[len(times) // 2], 1), "p99 ms": round(times[int((len(times) - 1) * 0.99)], 1), "most ms": round(times[-1], 1), "times": len(times)}
    print(json.dumps({"bench": "store", "case": f"{engine}, {PEOPLE} people, names in clear text", "who": who, "values": values}), flush=True)


def sqlite():
    path = WORK / "clear.db"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, site INTEGER)")
    db.execute("CREATE VIRTUAL TABLE word USING fts5 (name, content=person, content_rowid=id)")
    db.executemany("INSERT INTO person VALUES (?, ?, ?)", people())
    db.execute("INSERT INTO word (word) VALUES ('rebuild')")
    db.commit()
    fts = "SELECT p.* FROM word w CROSS JOIN person p WHERE word MATCH ? AND p.id = w.rowid AND p.site = ? ORDER BY w.rowid DESC LIMIT 50"
    like = "SELECT * FROM person WHERE ' ' || name || ' ' LIKE ? AND site = ? ORDER BY id DESC LIMIT 50"
    for who, words, sql, shape in [("word, FTS5", 1, fts, "{}"), ("name, FTS5", 2, fts, "{}"), ("word, LIKE", 1, like, "% {} %"), ("name, LIKE", 2, like, "% {} %")]:
        times = []
        for text, site in asked(words):
            began = time.perf_counter()
            db.execute(sql, (shape.format(text), site)).fetchall()
            times.append((time.perf_counter() - began) * 1000)
        say("SQLite", who, times)
    db.close()
    path.unlink()


def psql(text):
    command = ["psql", "--quiet", "--no-psqlrc", "--tuples-only", os.environ["AMANA_TEST_POSTGRES"]]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout


def postgres():
    rows = "".join(f"{n}\t{name}\t{site}\n" for n, name, site in people())
    psql("CREATE EXTENSION pg_trgm; CREATE TABLE person (id int PRIMARY KEY, name text, site int);")
    psql(f"COPY person FROM stdin;\n{rows}\\.\nCREATE INDEX ON person USING gin (name gin_trgm_ops); VACUUM ANALYZE person;")
    for who, words, test in [("word, trigrams", 1, "name ILIKE '%{}%'"), ("name, trigrams", 2, "name ILIKE '%{}%'"), ("name, alike by trigrams", 2, "name % '{}'")]:
        queries = [f"SELECT * FROM person WHERE {test.format(text)} AND site = {site} ORDER BY id DESC LIMIT 50;" for text, site in asked(words)]
        said = psql("\\timing on\n" + "\n".join(queries) + "\n").splitlines()
        say("PostgreSQL", who, [float(line.split()[1]) for line in said if line.startswith("Time:")])


sqlite()
postgres()
