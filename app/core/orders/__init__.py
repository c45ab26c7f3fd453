"""The unpaid orders: their queue, reminders, urges, reports, and what is handed over."""
