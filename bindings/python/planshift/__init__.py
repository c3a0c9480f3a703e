"""Previews of subscription changes, exact to the cent, under the vendor's own rules.

    import planshift

    with planshift.load(open("catalog.json").read()) as engine:
        preview = engine.preview({"at": "2026-11-22", "subscription": {...}, "change": {"seats": 4}})
        preview["pay_today"]["charged"]  # "292.93": amounts are text, never numbers

A document is a dictionary, or JSON as str or bytes. Every question answers a dictionary; one with the member "error" says
what is wrong with the request. Requests never raise. The text of an answer is the same, byte for byte, in every language.
"""

from __future__ import annotations

import ctypes
import json
import threading
import weakref
from collections.abc import Mapping
from typing import Any, Literal, Union

from ._library import ask as _ask
from ._library import library as _library
from ._library import taken as _taken

__all__ = ["CatalogError", "Document", "Engine", "Question", "audit", "check", "load", "report", "version"]

Document = Union[Mapping[str, Any], str, bytes]
Question = Literal["preview", "quote", "eligibility", "forecast", "sweep"]


class CatalogError(ValueError):
    """A catalog has a fault. `document` is the error document: its "error" has code, path, message and facts."""

    def __init__(self, document: dict[str, Any]) -> None:
        error = document["error"]
        super().__init__(f"{error['path'] or '(the document)'}: {error['message']} [{error['code']}]")
        self.document = document


class Engine:
    """One catalog, opened once. Threads may share it: they take turns. For parallel work open one for each thread."""

    def __init__(self, catalog: Document) -> None:
        text = _bytes(catalog)
        error, size = ctypes.c_void_p(), ctypes.c_size_t()
        handle = _library.planshift_open(text, len(text), ctypes.byref(error), ctypes.byref(size))
        if not handle:
            raise CatalogError(json.loads(_taken(error.value, size.value)))
        self._handle = handle
        self._turn = threading.Lock()
        self._close = weakref.finalize(self, _library.planshift_close, handle)

    def answer(self, question: str | None, request: str | bytes) -> str:
        """Text in, text out. Without a question the request names it, and preview is the default."""
        name = None if question is None else _bytes(question)
        text = _bytes(request)
        size = ctypes.c_size_t()
        with self._turn:
            if not self._close.alive:
                raise ValueError("This engine is closed.")
            address = _library.planshift_answer(
                self._handle, name, len(name or b""), text, len(text), ctypes.byref(size)
            )
        return _taken(address, size.value)

    def preview(self, request: Document) -> dict[str, Any]:
        """What does this change cost?"""
        return self._ask("preview", request)

    def quote(self, request: Document) -> dict[str, Any]:
        """What does a new subscription cost?"""
        return self._ask("quote", request)

    def eligibility(self, request: Document) -> dict[str, Any]:
        """Which plans and cycles are open, and why not the others?"""
        return self._ask("eligibility", request)

    def forecast(self, request: Document) -> dict[str, Any]:
        """What is paid until a day?"""
        return self._ask("forecast", request)

    def sweep(self, request: Document) -> dict[str, Any]:
        """What does the same change cost on each day of a range?"""
        return self._ask("sweep", request)

    def close(self) -> None:
        """Frees the catalog at once instead of when the engine is collected. A second call does nothing."""
        with self._turn:
            self._close()

    def __enter__(self) -> Engine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _ask(self, question: Question, request: Document) -> dict[str, Any]:
        return json.loads(self.answer(question, _bytes(request)))


def load(catalog: Document) -> Engine:
    """Opens a catalog; raises CatalogError if it has a fault."""
    return Engine(catalog)


def check(catalog: Document) -> dict[str, Any]:
    """What is wrong in a catalog ("error"), or suspicious ("warnings")."""
    return json.loads(_ask("planshift_check", _bytes(catalog)))


def audit(catalog: Document) -> dict[str, Any]:
    """How a catalog's rules could be turned into free money. This may take seconds."""
    return json.loads(_ask("planshift_audit", _bytes(catalog)))


def report(answer: Document) -> str:
    """Any answer in words, for people."""
    return _ask("planshift_report", _bytes(answer))


def version() -> str:
    """The version of the library."""
    return _library.planshift_version().decode()


def _bytes(document: Document) -> bytes:
    if isinstance(document, bytes):
        return document
    if not isinstance(document, str):
        document = json.dumps(document, ensure_ascii=False)
    # A lone surrogate has no UTF-8; the engine says where it is.
    return document.encode("utf-8", "surrogatepass")
