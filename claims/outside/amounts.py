"""Seconds and bytes in the words of a sentence. No limit is chosen here."""


def seconds(amount: float) -> str:
    """1 → "1 second", 30 → "30 seconds", 0.5 → "0.5 seconds"."""
    return f"{amount:,g} second" + ("" if amount == 1 else "s")


def size(amount: int) -> str:
    """Bytes in decimal units, as file managers count: 1_000_000_000 → "1,000 MB", 2_500 → "2.5 kB"."""
    unit, name = (1_000_000, "MB") if amount >= 1_000_000 else (1_000, "kB")
    return f"{round(amount / unit, 1):,g} {name}"
