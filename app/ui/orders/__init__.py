"""The place of the unpaid orders (待付): the queue, what is to be done after a payment, promises, cell and notices."""
