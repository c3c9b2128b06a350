"""Writes benches/RESULTS.md from the JSON lines of the last run of each bench."""

import importlib.metadata
import json
import os
import pathlib
import platform
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
WORK = pathlib.Path(os.environ["BENCH_WORK"])


def said(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip().splitlines()[0]
    except (OSError, subprocess.CalledProcessError, IndexError):
        return "not known"


def version(package):
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "absent"


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor() or "not known"


def rows(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        try:
            row = json.loads(line)
            # A line without `who` is a flat record: its name, and every other field a value.
            yield row if "who" in row else {"case": "all", "who": row.pop("name", ""), "values": row}
        except json.JSONDecodeError:
            sys.exit(f"{path.name}: not a JSON line: {line[:80]}")


def tables(lines):
    """One table; for flat records, one for each set of names."""
    kinds = {}
    for line in lines:
        kinds.setdefault(tuple(line["values"]) if line["case"] == "all" else None, []).append(line)
    for number, kind in enumerate(kinds.values()):
        if number:
            yield ""
        yield from table(kind)


def table(lines):
    columns = list(dict.fromkeys(name for line in lines for name in line.get("values", {})))
    extra = [name for name in ("seconds", "note") if any(line.get(name) for line in lines)]
    heads = ["who", *columns, *extra]
    yield "| " + " | ".join(heads) + " |"
    yield "|" + "---|" * len(heads)
    for line in lines:
        values = line.get("values", {})
        cells = [line["who"], *(values.get(c, "") for c in columns), *(line.get(name, "") for name in extra)]
        yield "| " + " | ".join(str(c).replace("|", "/") for c in cells) + " |"


def main():
    load = " ".join(f"{x:.2f}" for x in os.getloadavg())
    out = [
        "# Results",
        "",
        "Written by `make bench`; what is measured and how is in [README.md](README.md). Do not edit.",
        "",
        f"{said('date', '-u', '+%Y-%m-%d %H:%M')} UTC · {os.cpu_count()} cores, {processor()} · load at the end {load}",
        f"· {said('rustc', '--version')} · commit {said('git', 'rev-parse', '--short', 'HEAD')}",
        f"· pyvroom {version('pyvroom')}, PyVRP {version('pyvrp')}, OR-Tools {version('ortools')}, Python {platform.python_version()}",
    ]
    for path in sorted(WORK.glob("*.jsonl")):
        lines = list(rows(path))
        about = HERE / path.stem / "README.md"
        out += ["", f"## {path.stem}"]
        if about.exists():
            out += ["", about.read_text(encoding="utf-8").split("\n\n")[1].strip()]
        for case in dict.fromkeys(line["case"] for line in lines):
            out += ["", *([f"### {case}", ""] if case != "all" else []), *tables([line for line in lines if line["case"] == case])]
    (HERE / "RESULTS.md").write_text("\n".join(out) + "\n", encoding="utf-8")


main()
