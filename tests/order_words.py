"""The short codes that the program itself looks for where orders are urged, paid, changed and promised about."""

from app.core.orders.changes import ORDER_CHANGES
from app.core.orders.choices import ORDER_CHECKS, PAYMENT_PROBLEMS
from app.core.orders.duties.duties import CLOSING
from app.core.orders.kinds import DEFAULTS

STEPS = frozenset(step.code for kind in DEFAULTS for step in kind.steps)
PROBLEMS = frozenset(choice.code for choice in PAYMENT_PROBLEMS)
CHECKS = frozenset(choice.code for choice in ORDER_CHECKS)
CHANGES = frozenset(change.code for change in ORDER_CHANGES)
CODES = STEPS | PROBLEMS | CHECKS | CHANGES | {CLOSING}
