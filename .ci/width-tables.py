#!/usr/bin/env python3
"""Writes Sources/Cells/WidthTable.swift and Sources/Cells/BoxTable.swift.

Widths come from the C library (wcwidth under C.UTF-8), the ambiguous characters from Unicode's
EastAsianWidth.txt, the arms of box drawings from the names in UnicodeData.txt (Debian: unicode-data).

    python3 .ci/width-tables.py        run in the root of the package
"""
import ctypes, locale, re

UNICODE = "/usr/share/unicode/"
ZERO, NARROW, WIDE, AMBIGUOUS, UNPRINTABLE = range(5)


def ambiguous():
    found = set()
    for line in open(UNICODE + "EastAsianWidth.txt", encoding="utf-8"):
        entry = re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*A\b", line)
        if entry:
            first, last = entry[1], entry[2] or entry[1]
            found.update(range(int(first, 16), int(last, 16) + 1))
    private = [*range(0xE000, 0xF900), *range(0xF0000, 0x110000)]
    return found.difference(private)


def classes():
    locale.setlocale(locale.LC_ALL, "C.UTF-8")
    width = ctypes.CDLL(None).wcwidth
    wavering = ambiguous()
    for scalar in range(0x110000):
        columns = width(scalar) if not 0xD800 <= scalar < 0xE000 else -1
        if columns < 0:
            yield UNPRINTABLE
        elif columns == 1 and scalar in wavering:
            yield AMBIGUOUS
        else:
            yield columns


def starts():
    before = None
    for scalar, kind in enumerate(classes()):
        if kind != before:
            yield scalar << 3 | kind
        before = kind


def arms():
    """Per box drawing four digits: up, right, down, left; 0 none, 1 light, 2 heavy, 3 double."""
    weights = {"LIGHT": 1, "SINGLE": 1, "HEAVY": 2, "DOUBLE": 3}
    sides = {"UP": [0], "RIGHT": [1], "DOWN": [2], "LEFT": [3], "VERTICAL": [0, 2], "HORIZONTAL": [1, 3]}
    names = {}
    for line in open(UNICODE + "UnicodeData.txt", encoding="utf-8"):
        code, name, _ = line.split(";", 2)
        names[int(code, 16)] = name
    for scalar in range(0x2500, 0x2580):
        words = names[scalar].replace("BOX DRAWINGS ", "").split()
        digits, pending, weight = [0] * 4, [], 1
        if "DIAGONAL" not in words:
            parts = " ".join(words).split(" AND ")
            first = [w for w in words if w in weights][0]
            weight = weights[first]
            for part in parts:
                here = [weights[w] for w in part.split() if w in weights]
                own = here[0] if here else None
                for word in part.split():
                    for side in sides.get(word, []):
                        digits[side] = own or weight
                if own:
                    weight = own
        yield "".join(map(str, digits))


def rows(items, indent, limit=100):
    line = indent
    for item in items:
        if len(line) + len(item) > limit:
            yield line.rstrip()
            line = indent
        line += item
    yield line.rstrip()


HEADER = "// Made by .ci/width-tables.py; do not edit.\n\n"

table = list(starts())
with open("Sources/Cells/WidthTable.swift", "w", encoding="utf-8") as out:
    out.write(HEADER)
    out.write("""/// Where each stretch of characters of one width begins: the scalar times 8, plus its width class.
///
/// Classes: 0 no column, 1 one, 2 two, 3 ambiguous, 4 not printable. Widths are those of glibc.
let widthStarts: [UInt32] = [
""")
    for line in rows([f"0x{start:X}, " for start in table], "  "):
        out.write(line + "\n")
    out.write("]\n")

with open("Sources/Cells/BoxTable.swift", "w", encoding="utf-8") as out:
    out.write(HEADER)
    out.write("""/// The arms of U+2500 to U+257F, four digits each: up, right, down, left.
///
/// 0 none, 1 light, 2 heavy, 3 double; diagonals have none.
let boxArms: StaticString = \"\"\"
""")
    out.write("\\\n".join(rows(list(arms()), "  ", 98)) + '\n  """\n')
print(len(table), "stretches")
