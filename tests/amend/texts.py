"""Random texts of acts, and random changes of them as a drafter or an accident would make."""

from __future__ import annotations

from random import Random

from lawc.source import Source
from lawc.syntax.layout import laid_out

WORDS = (
    "a person", "the town", "lives in", "is not", "18", "36 900", "1 May 2024", "books,",
    "films", "who", "years", "and", "; or", "per cent", "Article 2", "sixty-three",
    "the court's", "(new)", "“old”", "«x»", "village.", "A", "read", "0.5", "3)", "Note.",
    "[official]", "b)", "12.",
)  # fmt: skip
LINES = (
    "Note. Cards are green.", "[official]", "[assumed: why]", "| up to 10 | 5 euro |", "...",
    "a) one;", "1. One.", "2-1) two.", "Article 3-1. More", "1. One.", "é) one",
    "9) Note. Repealed.",
)  # fmt: skip


def fmt(text: str) -> str:
    """Return a text laid out."""
    return laid_out(Source("x/y/en.law", text), "en")


def some_words(random: Random, longest: int = 12) -> str:
    """Return some words."""
    return " ".join(random.choice(WORDS) for _ in range(random.randint(1, longest)))


def act(random: Random) -> str:
    """Return a random act."""
    lines = [f"LAW {random.choice(('ON CARDS', 'ON LOANS'))}", "1 May 2024", ""]
    if random.random() < 0.5:
        lines += [f"Note. {some_words(random)}", ""]
    for article in range(1, random.randint(2, 5)):
        lines += [f"Article {article}. {some_words(random, 3)}".strip(), ""]
        if random.random() < 0.5:
            lines.append(some_words(random))
        for number in range(1, random.randint(1, 4)):
            lines.append(f"{number}. {some_words(random)}")
            lines += _points(random)
    return fmt("\n".join(lines))


def _points(random: Random) -> list[str]:
    lines = []
    for number in range(1, random.choice((1, 1, 3, 4))):
        lines.append(f"{number}) {some_words(random)};")
        lines += [
            f"{one}) {some_words(random, 4)};" for one in "abc"[: random.choice((0, 0, 2))]
        ]
    return lines


def changed(random: Random, text: str) -> str:
    """Return a text with a few random changes, laid out."""
    for _ in range(random.randint(1, 5)):
        lines = text.split("\n")
        place = random.randrange(len(lines))
        line = lines[place]
        words = line.split(" ")
        at = random.randrange(len(words))
        match random.randrange(10):
            case 0 | 1 | 2:
                words[at] = random.choice(WORDS)
                lines[place] = " ".join(words)
            case 3 | 4:
                words.insert(at, some_words(random, 3))
                lines[place] = " ".join(words)
            case 5:
                del words[at]
                lines[place] = " ".join(words)
            case 6:
                del lines[place]
            case 7:
                lines.insert(place, random.choice(LINES))
            case 8:
                other = random.randrange(len(lines))
                lines[place], lines[other] = lines[other], lines[place]
            case _:
                del lines[place : place + random.randint(2, 8)]
        text = "\n".join(lines)
    return fmt(text)
