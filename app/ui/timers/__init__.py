"""The place of the countdowns (计时), its cells in the strip, and what is said when one comes due."""
