"""Shares a stepcare command among the executors of Spark, a part to a partition.

    python Notebooks/engines/spark_shards.py --master spark://10.0.0.1:7077 --shards 64 --output out \\
        forecast Scenarios/north-essex.yaml --replications 10000 --threads 1

The executors need stepcare (on their PATH, or as STEPCARE names it for the driver) and the scenario at the same path
as the driver. Give as many --threads as a task has processors. A part that failed is made again by itself: Spark tries
a task four times, in local mode as often as the second number of local[2,4] says. A plan shares its first round of
runs; what follows from them the driver makes when it joins. Tried in local mode, not on a cluster.
"""

import sys
from collections.abc import Iterator

import shards
from py4j.protocol import Py4JJavaError
from pyspark import SparkConf, SparkContext


def main() -> int:
    told = shards.arguments("Spark", "--master", "local[*,4]", "Spark's master (default: this machine)")
    settings = SparkConf().setMaster(told.engine).setAppName("stepcare").set("spark.ui.enabled", "false")
    context = SparkContext.getOrCreate(settings)
    context.setLogLevel("ERROR")
    context.addPyFile(shards.__file__)
    rest = (told.shards, told.command, told.where, told.program)

    def make(places: Iterator[int]) -> Iterator[tuple[str, bytes]]:
        return (shards.make(place, *rest) for place in places)

    try:
        made = context.parallelize(range(1, told.shards + 1), told.shards).mapPartitions(make).collect()
    except Py4JJavaError as error:
        return shards.failed("Spark", str(error))
    finally:
        context.stop()
    return shards.merge(made, told.output, told.program)


if __name__ == "__main__":
    sys.exit(main())
