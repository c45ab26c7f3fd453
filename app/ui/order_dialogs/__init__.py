"""The windows of the unpaid-order queue: one order, pasted orders, imports, kinds, reports, handover, order changes."""
