"""The C library and the signatures of its functions (planshift.h)."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import pathlib

_TEXT = ctypes.c_void_p  # not c_char_p: ctypes would copy the text up to its first NUL and lose the address to free
_SIZE = ctypes.c_size_t
_SIZE_OUT = ctypes.POINTER(ctypes.c_size_t)
_IN = (ctypes.c_char_p, _SIZE)

_SIGNATURES = {
    "planshift_version": (ctypes.c_char_p, ()),
    "planshift_open": (ctypes.c_void_p, (*_IN, ctypes.POINTER(_TEXT), _SIZE_OUT)),
    "planshift_answer": (_TEXT, (ctypes.c_void_p, *_IN, *_IN, _SIZE_OUT)),
    "planshift_check": (_TEXT, (*_IN, _SIZE_OUT)),
    "planshift_audit": (_TEXT, (*_IN, _SIZE_OUT)),
    "planshift_report": (_TEXT, (*_IN, _SIZE_OUT)),
    "planshift_close": (None, (ctypes.c_void_p,)),
    "planshift_free": (None, (_TEXT,)),
}


def _path() -> str:
    """The environment's choice, the library of the wheel, or the one that the system has."""
    chosen = os.environ.get("PLANSHIFT_LIBRARY")
    if chosen:
        return chosen
    beside = pathlib.Path(__file__).with_name("libplanshift.so")
    if beside.exists():
        return str(beside)
    found = ctypes.util.find_library("planshift")
    if found:
        return found
    raise ImportError("There is no libplanshift: install the wheel, or set PLANSHIFT_LIBRARY to the library's path.")


def _load() -> ctypes.CDLL:
    library = ctypes.CDLL(_path())
    for name, (result, arguments) in _SIGNATURES.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = arguments
    return library


library = _load()


def taken(address: int | None, size: int) -> str:
    """The text at an address, which is freed."""
    if not address:
        raise MemoryError("planshift: there is not enough memory for an answer")
    try:
        return ctypes.string_at(address, size).decode()
    finally:
        library.planshift_free(address)


def ask(function: str, document: bytes) -> str:
    """The answer of a function that takes one text."""
    size = ctypes.c_size_t()
    return taken(getattr(library, function)(document, len(document), ctypes.byref(size)), size.value)
