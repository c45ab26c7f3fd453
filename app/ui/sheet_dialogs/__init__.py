"""Windows in which the cheat-sheet is written: activities, products, facts, prices, workbooks."""
