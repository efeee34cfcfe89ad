"""Opening a record's file: making a new one, bringing an older one up to date, refusing what is no record."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from communique.record.errors import RecordError, naming
from communique.record.schema import APPLICATION_ID, REVISIONS

#: Execution option of a connection that is going to write: its transactions take the write lock at their beginning, so
#: that two writers wait for each other instead of failing halfway.
WRITES = "communique_writes"


def open_engine(path: Path, *, write: bool, timeout: float) -> Engine:
    """An engine on the record at ``path``, whose schema is the present one.

    Args:
        path: the file.
        write: False opens an existing file for reading only.
        timeout: how long to wait for another process's lock, in seconds.

    Raises:
        RecordError: if there is no such file to read, it is no record, it is of a newer version, or it cannot be
            opened.
    """
    if path.is_dir():
        raise RecordError(path, "is a folder, not a record")
    if not write and not path.exists():
        raise RecordError(path, "no such record")
    if path.exists() and not path.is_file():
        raise RecordError(path, "is a device, pipe or socket, not a record")
    if not path.parent.is_dir():
        raise RecordError(path, f"no such folder: {path.parent}")
    if write or _revision(path, timeout) != REVISIONS[-1]:
        _bring_up_to_date(path, timeout)
    return _engine(path, write=write, timeout=timeout)


def _engine(path: Path, *, write: bool, timeout: float) -> Engine:
    def connect() -> sqlite3.Connection:
        return _connect(path, write=write, timeout=timeout)

    engine = create_engine("sqlite+pysqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _connect(path: Path, *, write: bool, timeout: float) -> sqlite3.Connection:
    # isolation_level None: transactions begin where the engine says so, not where Python's driver guesses
    uri = f"file:{quote(os.fsencode(path.absolute()))}?mode={'rwc' if write else 'ro'}"
    if not write and not os.access(path.absolute().parent, os.W_OK) and not Path(f"{path}-wal").exists():
        # As on a read-only medium: SQLite cannot put its files for several processes beside it, nor does it need to
        uri += "&immutable=1"
    connection = sqlite3.connect(uri, timeout=timeout, isolation_level=None, check_same_thread=False, uri=True)
    connection.execute("PRAGMA foreign_keys = ON")
    # In WAL mode NORMAL loses at most the last commits when the power fails, never the file's soundness
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -16000")
    return connection


def _revision(path: Path, timeout: float) -> str | None:
    """The schema's revision of the file at ``path``; None if it is empty or not there yet."""
    if not path.exists() or path.stat().st_size == 0:
        return None
    with naming(path):
        connection = _connect(path, write=False, timeout=timeout)
        try:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if not tables:
                return None
            if application != APPLICATION_ID or "alembic_version" not in tables:
                raise RecordError(path, "not a Communique record: an SQLite database of something else")
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        finally:
            connection.close()
    revision = str(row[0]) if row else None
    if revision not in REVISIONS:
        raise RecordError(
            path,
            f"made by a newer Communique (schema {revision}, this one knows up to {REVISIONS[-1]}): upgrade to open it",
        )
    return revision


def _bring_up_to_date(path: Path, timeout: float) -> None:
    """Make the file at ``path`` a record of the present schema, if it is not one."""
    if _revision(path, timeout) == REVISIONS[-1]:
        return
    engine = _engine(path, write=True, timeout=timeout)
    try:
        with naming(path), engine.connect().execution_options(**{WRITES: True}) as connection:
            # Another process may have done it while this one waited for the lock
            raw = connection.connection.driver_connection
            assert raw is not None
            # Pages that hold a short document with room to spare; has an effect on an empty file only
            raw.execute("PRAGMA page_size = 8192")
            raw.execute("PRAGMA journal_mode = WAL")
            connection.begin()
            if _revision_inside(connection) != REVISIONS[-1]:
                _migrate(connection)
            connection.commit()
    finally:
        engine.dispose()


def _revision_inside(connection: Connection) -> str | None:
    if not connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").first():
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def _migrate(connection: Connection) -> None:
    # Imported here: a record of the present schema, the usual case, opens without it
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, REVISIONS[-1])
