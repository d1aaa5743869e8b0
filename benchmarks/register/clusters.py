"""Registers on Spark: the law as the compiler decides it, against the law by hand in PySpark.

python -m benchmarks.register.clusters 1000000 10000000     prints how the two grow

Each is a process of its own on two processors of this machine. A small register is decided
first, so that no time goes into the start of Java. Stages and bytes moved are those of Spark's
own log of events; processor time is that of Java and all processes of Python together.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.register import by_hand_spark, emitted
from benchmarks.register.making import TABLES, folder_of

ROOT = Path(__file__).parents[2]
SMALL = 100_000
PROCESSORS = 2


def emitted_totals(session: Any, folder: Path, *, cases: bool) -> Any:
    """Return sums by outcome and deciding provisions, as a table of Spark."""
    from pyspark.sql import functions as sf  # noqa: PLC0415

    from lawc.register.spark import decided  # noqa: PLC0415 - Spark is not everywhere

    tables = {kind: session.read.parquet(str(folder / f"{kind}.parquet")) for kind in TABLES}
    offences = decided(emitted.law(), tables, cases=cases)
    return offences.groupBy("outcome", "outcome_provisions").agg(
        sf.count("*").alias("rows"),
        sf.count("reduction").alias("reductions"),
        sf.sum("days_off").alias("days_off"),
        sf.sum(sf.col("obliged_to_compensate").cast("int")).alias("obliged"),
    )


WAYS: Mapping[str, Callable[[Any, Path], Any]] = {
    "spark-by-hand": by_hand_spark.totals,
    "spark": lambda session, folder: emitted_totals(session, folder, cases=False),
    "spark-settled": lambda session, folder: emitted_totals(session, folder, cases=True),
}


def session_of(events: str) -> Any:
    """Return a session of Spark on two processors of this machine."""
    from pyspark.sql import SparkSession  # noqa: PLC0415

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # not the first one of the path
    session = (
        SparkSession.builder.master(f"local[{PROCESSORS}]")
        .config("spark.driver.memory", "4g")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.shuffle.partitions", "8")
        .config("spark.eventLog.enabled", "true")
        .config("spark.eventLog.rolling.enabled", "false")
        .config("spark.eventLog.compress", "false")
        .config("spark.eventLog.dir", f"file://{events}")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    return session


def alone(way: str, size: int) -> dict[str, Any]:
    """Decide a register, and return what it took."""
    with tempfile.TemporaryDirectory() as events:
        session = session_of(events)
        java = int(session._jvm.java.lang.ProcessHandle.current().pid())  # noqa: SLF001
        WAYS[way](session, folder_of(SMALL)).collect()
        started, used, since = time.perf_counter(), processor_of(java), time.time()
        rows = sum(row.rows for row in WAYS[way](session, folder_of(size)).collect())
        figures = {
            "processor": processor_of(java) - used,
            "clock": time.perf_counter() - started,
            "memory": peak_of(java),
            "rows": rows,
        }
        session.stop()
        return figures | moved_since(Path(events), since)


def processes_of(process: int) -> set[int]:
    """Return a process and those below it."""
    found = {process}
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for below in children.read_text(encoding="ascii").split():
            found |= processes_of(int(below))
    return found


def processor_of(process: int) -> float:
    """Return the processor seconds of a process and of those below it, ended or not."""
    ticks = 0
    for one in processes_of(process):
        text = Path(f"/proc/{one}/stat").read_text(encoding="utf-8")
        ticks += sum(map(int, text.rpartition(")")[2].split()[11:15]))
    return ticks / 100


def peak_of(process: int) -> float:
    """Return the sum of the peaks of a process and of those below it, in MiB."""
    texts = [
        Path(f"/proc/{one}/status").read_text(encoding="utf-8") for one in processes_of(process)
    ]
    lines = [line for text in texts for line in text.splitlines() if line.startswith("VmHWM")]
    return sum(int(line.split()[1]) for line in lines) / 1024


def moved_since(events: Path, since: float) -> dict[str, int]:
    """Return what Spark's log says of stages that began since a time."""
    stages, written, read = set(), 0, 0
    for file in events.iterdir():
        for line in file.read_text(encoding="utf-8").splitlines():
            event = json.loads(line)
            if event["Event"] != "SparkListenerTaskEnd":
                continue
            if event["Task Info"]["Launch Time"] / 1000 < since:
                continue
            stages.add(event["Stage ID"])
            metrics = event["Task Metrics"]
            written += metrics["Shuffle Write Metrics"]["Shuffle Bytes Written"]
            read += metrics["Input Metrics"]["Bytes Read"]
    return {"stages": len(stages), "moved": written, "read": read}


def measured(way: str, size: int) -> Any:
    """Return what a process of its own says of a way."""
    command = [sys.executable, "-m", "benchmarks.register.clusters", way, str(size)]
    run = subprocess.run(  # noqa: S603 - our own program
        command, cwd=ROOT, capture_output=True, text=True, check=True
    )
    return json.loads(run.stdout.splitlines()[-1])


def main(arguments: list[str]) -> int:
    """Print what one way took, or how all grow."""
    if arguments and arguments[0] in WAYS:
        print(json.dumps(alone(arguments[0], int(arguments[1]))))
        return 0
    names = ["way", "offences", "processor s", "offences/s of a processor", "clock s"]
    names += ["stages", "MB moved", "MiB"]
    print(f"| {' | '.join(names)} |\n|{'---|' * len(names)}")
    for size in map(int, arguments or ("1000000",)):
        for way in WAYS:
            one = measured(way, size)
            speed = size / one["processor"]
            print(
                f"| {way} | {size:,} | {one['processor']:.1f} | {speed:,.0f} |"
                f" {one['clock']:.1f} | {one['stages']} | {one['moved'] / 1e6:,.0f} |"
                f" {one['memory']:,.0f} |",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
