#!/usr/bin/env python3
"""Makes pinyin.txt from Unicode's Unihan readings.

    Resources/make-pinyin.py [Unihan_Readings.txt[.bz2]] [text file ...]

One line per syllable without tone, with every character read so; u with diaeresis is v.
All characters of GB 2312, and those of Resources and of the text files given.
"""
import bz2
import pathlib
import re
import sys
import unicodedata

here = pathlib.Path(__file__).parent
arguments = sys.argv[1:]
source = pathlib.Path(arguments[0] if arguments else "/usr/share/unicode/Unihan_Readings.txt.bz2")


def is_han(character):
    return unicodedata.name(character, "").startswith("CJK UNIFIED")


def plain(reading):
    """A syllable without its tone: zhǎng to zhang, lǚ to lv; None for a bare consonant."""
    letters = unicodedata.normalize("NFD", reading.lower()).replace("u\u0308", "v")
    letters = re.sub(r"[^a-zê]", "", "".join(c for c in letters if not unicodedata.combining(c)))
    return letters if re.search("[aeiouv]", letters) else None


wanted = set()
for lead in range(0xB0, 0xF8):
    for trail in range(0xA1, 0xFF):
        try:
            wanted.add(bytes([lead, trail]).decode("gb2312"))
        except UnicodeDecodeError:
            pass
texts = [p for p in here.rglob("*") if p.suffix in {".csv", ".json", ".md"}]
for path in texts + [pathlib.Path(a) for a in arguments[1:]]:
    wanted |= {c for c in path.read_text(encoding="utf-8", errors="ignore") if is_han(c)}

# Dictionaries in use today; kHanyuPinyin, which also has readings long dead, only fills the gaps.
MODERN = {"kMandarin", "kTGHZ2013", "kXHC1983", "kHanyuPinlu"}
modern, old = {}, {}
opened = bz2.open(source, "rt") if source.suffix == ".bz2" else open(source)
with opened as lines:
    for line in lines:
        parts = line.rstrip("\n").split("\t")
        if len(parts) < 3 or parts[1] not in MODERN | {"kHanyuPinyin"}:
            continue
        character = chr(int(parts[0][2:], 16))
        if character not in wanted:
            continue
        into = old if parts[1] == "kHanyuPinyin" else modern
        for field in parts[2].split():
            for reading in re.sub(r"\(\d+\)", "", field).split(":")[-1].split(","):
                if plain(reading):
                    into.setdefault(character, set()).add(plain(reading))

# Readings of place names, and of a hum, that the dictionaries leave out.
ADDED = {"洞": "tong", "柏": "bo", "峙": "shi", "嗯": "en"}
syllables = {}
for character in sorted(wanted):
    readings = modern.get(character) or old.get(character, set())
    readings |= {ADDED[character]} if character in ADDED else set()
    if not readings:
        print(f"no reading: {character} U+{ord(character):04X}", file=sys.stderr)
    for reading in readings:
        syllables.setdefault(reading, []).append(character)
lines = [f"{syllable} {''.join(syllables[syllable])}\n" for syllable in sorted(syllables)]
(here / "pinyin.txt").write_text("".join(lines), encoding="utf-8")
