"""Reading in several processes: results in order, memory bounded, a process that dies costs one document."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from multiprocessing.connection import wait

from communique.faces.cli.intake import Given, Job, Read, read_job
from communique.readers import ReadError, Source

#: So many documents are read before it is worth the second that other processes take to start.
DOCUMENTS_BEFORE_WORKERS = 50
#: Jobs under way for each worker, and bytes of them all: what bounds the memory of a run over a corpus of any size.
_JOBS_PER_WORKER = 3
_BYTES_UNDER_WAY = 16_000_000


def read_jobs(found: Iterable[Job], given: Given, workers: int | None) -> Generator[tuple[Job, list[Read]]]:
    """Read jobs, in their order.

    Args:
        found: taken one by one, no further ahead than the workers need.
        given: by the caller.
        workers: processes; None is as many as there are processors, if there are more than a few documents.

    Yields:
        Each job with its readings and errors.
    """
    remaining = iter(found)
    if workers is None:
        workers = processors()
        at_first = DOCUMENTS_BEFORE_WORKERS
        while workers > 1 and at_first > 0 and (job := next(remaining, None)):
            at_first -= job.documents
            yield job, read_job(job, given)
    if workers > 1 and (job := next(remaining, None)):
        yield from _read_in_processes(chain((job,), remaining), given, workers)
    else:
        for job in remaining:
            yield job, read_job(job, given)


def processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _read_in_processes(found: Iterator[Job], given: Given, workers: int) -> Iterator[tuple[Job, list[Read]]]:
    under_way: deque[tuple[Job, Future[list[Read]]]] = deque()
    while True:
        pool = _pool(workers)
        try:
            yield from _ordered(pool, found, given, under_way, most=workers * _JOBS_PER_WORKER)
            return
        except BrokenProcessPool:
            # Any of the jobs under way may have ended the process
            suspects = [job for job, _ in under_way]
            under_way.clear()
        finally:
            pool.shutdown(cancel_futures=True)
        for job in suspects:
            yield job, [read for one in _single(job) for read in _read_alone(one, given)]


def _ordered(
    pool: ProcessPoolExecutor,
    found: Iterator[Job],
    given: Given,
    under_way: deque[tuple[Job, Future[list[Read]]]],
    *,
    most: int,
) -> Iterator[tuple[Job, list[Read]]]:
    size = 0
    while True:
        while len(under_way) < most and (size < _BYTES_UNDER_WAY or not under_way):
            job = next(found, None)
            if job is None:
                break
            # Appended before it is submitted, which fails if the pool is broken already
            under_way.append((job, Future()))
            under_way[-1] = (job, pool.submit(read_job, job, given))
            size += job.size
        if not under_way:
            return
        job, future = under_way[0]
        read = future.result()
        under_way.popleft()
        size -= job.size
        yield job, read


def _single(job: Job) -> Iterator[Job]:
    """One job for each document, so that only the one that ends its process is lost."""
    if isinstance(job.task, Source):
        yield job
    else:
        yield from (Job((item,), job.original) for item in job.task)


def _read_alone(job: Job, given: Given) -> list[Read]:
    name = job.task.name if isinstance(job.task, Source) else job.task[0].source
    with _pool(1) as pool:
        try:
            return pool.submit(read_job, job, given).result()
        except BrokenProcessPool:
            return [(ReadError(name, "ended the process that read it; it may need more memory than there is"), 0)]


def _pool(workers: int) -> ProcessPoolExecutor:
    # Spawned, not forked: the same everywhere, and safe beside the record's connections
    return ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """In a new worker: leave Ctrl-C to the parent, and end when the parent ends, however it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
