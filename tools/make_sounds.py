"""Makes resources/sounds: three short, quiet chimes of sine tones, so that no file of anybody else's is needed.

Usage: python tools/make_sounds.py [FOLDER]
"""

import math
import struct
import sys
import wave
from collections.abc import Iterable
from pathlib import Path

RATE = 22_050
LOUDNESS = 0.22  # of full scale: heard at a desk, not across the room
ATTACK_S = 0.008  # a tone that starts or ends at once clicks
E5, A5, B5, E6 = 659.25, 880.0, 987.77, 1318.51

# name: (hertz, starts at, lasts) in seconds
SOUNDS = {
    "step": [(A5, 0.0, 0.22)],
    "last": [(A5, 0.0, 0.18), (A5, 0.16, 0.24)],
    "over": [(E5, 0.0, 0.22), (B5, 0.14, 0.24), (E6, 0.28, 0.42)],
}


def tone(hertz: float, length: float, moment: float) -> float:
    """A struck bell: a quick beginning, a long fading, and a little of the octave above."""
    rising = min(moment / ATTACK_S, 1.0)
    fading = math.exp(-4.5 * moment / length) * min((length - moment) / ATTACK_S, 1.0)
    return (
        rising * fading * (0.85 * math.sin(math.tau * hertz * moment) + 0.15 * math.sin(2 * math.tau * hertz * moment))
    )


def samples(tones: list[tuple[float, float, float]]) -> Iterable[int]:
    for number in range(int(RATE * max(start + length for _, start, length in tones))):
        moment = number / RATE
        mixed = sum(
            tone(hertz, length, moment - start) for hertz, start, length in tones if 0 <= moment - start < length
        )
        yield round(max(-1.0, min(1.0, mixed * LOUDNESS)) * 32_767)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, tones in SOUNDS.items():
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(b"".join(struct.pack("<h", sample) for sample in samples(tones)))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "resources" / "sounds")
