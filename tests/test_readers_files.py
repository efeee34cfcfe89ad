import gzip
import io
import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from communique.readers import ReadError, Source, extract, source_of, sources
from communique.readers.source import Extract


def names(folder: Path, *arguments: Path | str) -> list[str]:
    return [
        str(item).removeprefix(f"{folder}/") if isinstance(item, ReadError) else item.name.removeprefix(f"{folder}/")
        for item in sources(arguments or [folder])
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "sub/c.txt", "sub/.hidden", ".git/config", "sub2/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Words of {name}.")
    return tmp_path


def test_readers_files_a_folder_is_walked_in_order_without_hidden_files(folder: Path) -> None:
    assert names(folder) == ["a.md", "b.txt", "sub/c.txt", "sub2/d.txt"]


def test_readers_files_several_arguments_keep_their_order_and_a_hidden_file_may_be_named(folder: Path) -> None:
    assert names(folder, folder / "sub2", folder / "sub/.hidden", folder / "b.txt") == [
        "sub2/d.txt",
        "sub/.hidden",
        "b.txt",
    ]


def test_readers_files_what_does_not_exist_is_one_line_and_the_rest_goes_on(folder: Path) -> None:
    assert names(folder, folder / "gone.txt", folder / "b.txt") == [
        "gone.txt: does not exist, or has gone meanwhile",
        "b.txt",
    ]


def test_readers_files_a_file_that_vanishes_during_the_walk_is_one_line(folder: Path) -> None:
    walk = sources([folder])
    next(walk)
    (folder / "b.txt").unlink()
    assert str(next(walk)) == f"{folder}/b.txt: does not exist, or has gone meanwhile"
    assert getattr(next(walk), "name", "").endswith("sub/c.txt")


def test_readers_files_a_corpus_that_vanishes_before_it_is_read_is_one_line(folder: Path) -> None:
    path = folder / "corpus.jsonl"
    path.write_text('{"path": "a.txt", "text": "They met."}\n')
    source = source_of(path)
    path.unlink()
    assert [str(error) for error in extract(source)] == [f"{path}: does not exist, or has gone meanwhile"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_readers_files_without_permission_there_is_one_line(folder: Path) -> None:
    (folder / "sub").chmod(0)
    (folder / "b.txt").chmod(0)
    try:
        assert names(folder) == [
            "a.md",
            "b.txt: may not be read (no permission)",
            "sub: may not be read (no permission)",
            "sub2/d.txt",
        ]
    finally:
        (folder / "sub").chmod(0o755)


def test_readers_files_links_are_followed_but_not_in_circles(folder: Path) -> None:
    (folder / "sub/up").symlink_to(folder)
    (folder / "sub2/link.txt").symlink_to(folder / "b.txt")
    (folder / "sub2/nowhere.txt").symlink_to(folder / "missing")
    assert names(folder) == [
        "a.md",
        "b.txt",
        "sub/c.txt",
        "sub/up: is a link back to a folder that it stands in",
        "sub2/d.txt",
        "sub2/link.txt",
        "sub2/nowhere.txt: does not exist, or has gone meanwhile",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_readers_files_pipes_and_devices_are_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "c.pipe")
    assert "c.pipe: is a device, pipe or socket, not a file" in names(folder)


def test_readers_files_200_mb_of_text_is_one_line_and_never_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.write(b"The ministers met.\n" * 10)
        file.truncate(200_000_000)
    assert [str(item) for item in sources([path])] == [
        f"{path}: is larger than 100 MB, the most that is read as one document"
    ]


def test_readers_files_large_text_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"The ministers met.\n" * 3_200_000)
    [source] = sources([path])
    assert isinstance(source, Source)
    assert [str(error) for error in extract(source)] == [
        f"{path}: is larger than 10 MB, the most that is read as one document"
    ]


def test_readers_files_a_corpus_is_streamed_and_goes_to_other_processes(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"path": "a.txt", "text": "They met."}\n' * 3))
    source = source_of(path)
    assert source.data == b""
    assert len(list(extract(pickle.loads(pickle.dumps(source))))) == 3


def test_readers_files_an_error_goes_to_other_processes() -> None:
    error = pickle.loads(pickle.dumps(ReadError("a.txt", "is empty")))
    assert str(error) == "a.txt: is empty"


def test_readers_files_a_single_file_that_cannot_be_opened_raises(folder: Path) -> None:
    with pytest.raises(ReadError, match="is a folder"):
        source_of(folder)


def test_readers_files_standard_input_is_read_by_its_content() -> None:
    program = (
        "from communique.readers import *\n"
        "for source in sources(['-']):\n"
        "    for item in extract(source): print(item.source, item.media_type)"
    )
    data = b'{"path": "a.md", "text": "# They met"}\n' * 2
    run = subprocess.run([sys.executable, "-c", program], input=data, capture_output=True, check=True)
    assert run.stdout.decode().split() == ["a.md", "text/markdown"] * 2


def test_readers_files_a_gzipped_page_is_read_by_the_rest_of_its_name(tmp_path: Path) -> None:
    path = tmp_path / "page.html.gz"
    path.write_bytes(gzip.compress(b"<html><body><p>They met.</p></body></html>"))
    [item] = extract(source_of(path))
    assert isinstance(item, Extract)
    assert (item.media_type, item.text) == ("text/html", "They met.")


def test_readers_files_a_gzip_bomb_ends_at_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "bomb.txt.gz"
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", compresslevel=1) as file:
        for _ in range(80):
            file.write(b"a" * 1_000_000)
    path.write_bytes(buffer.getvalue())
    [error] = extract(source_of(path))
    assert str(error) == f"{path}: is larger than 10 MB, the most that is read as one document"
