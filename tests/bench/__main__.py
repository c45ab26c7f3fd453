"""`make bench`: every figure of the budget, side by side in one run. It prints and never fails a build."""

import importlib
import sys
import traceback

PARTS = (
    "search",
    "sheet_search",
    "pixels",
    "window",
    "countdowns",
    "clockwork",
    "paste",
    "data",
    "orders",
    "queue",
    "reminders",
    "packs",
    "shares",
)


def main(wanted: list[str]) -> None:
    """Run the named parts, or all; a part that cannot run here says why and the others go on."""
    for name in wanted or PARTS:
        print(f"\n== {name} ==", flush=True)
        try:
            importlib.import_module(f"tests.bench.{name}").main([])
        except Exception:
            traceback.print_exc()
            print(f"{name}: could not be measured here")


if __name__ == "__main__":
    main(sys.argv[1:])
