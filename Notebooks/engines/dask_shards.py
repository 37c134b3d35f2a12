"""Shares a stepcare command among the workers of a Dask cluster.

    python Notebooks/engines/dask_shards.py --scheduler tcp://10.0.0.1:8786 --shards 64 --output out \\
        forecast Scenarios/north-essex.yaml --replications 10000 --threads 1

The workers need stepcare (on their PATH, or as STEPCARE names it for the driver) and the scenario at the same path as
the driver. Give as many --threads as a worker has processors for one task. A part that failed is made again by itself,
up to three times; a worker that is lost takes nothing with it but what it was making. A plan shares its first round of
runs; what follows from them the driver makes when it joins. Tried with two workers on one machine, not on a cluster.
"""

import sys

import shards
from dask.distributed import Client, KilledWorker, as_completed


def main() -> int:
    told = shards.arguments("Dask", "--scheduler", None, "the scheduler's address, or a file that it wrote")
    is_address = "://" in told.engine
    with Client(told.engine) if is_address else Client(scheduler_file=told.engine) as client:
        client.upload_file(shards.__file__)
        places = range(1, told.shards + 1)
        rest = (told.shards, told.command, told.where, told.program)
        parts = [client.submit(shards.make, place, *rest, pure=False, retries=3) for place in places]
        made = []
        # Each part is fetched when it is there, so that a worker that is lost later does not take it along.
        try:
            for future, part in as_completed(parts, with_results=True):
                made.append(part)
                future.release()
                print(f"{part[0]} is here, {len(made)} of {told.shards}", file=sys.stderr, flush=True)
        except (RuntimeError, KilledWorker) as error:
            return shards.failed("Dask", str(error))
    return shards.merge(made, told.output, told.program)


if __name__ == "__main__":
    sys.exit(main())
