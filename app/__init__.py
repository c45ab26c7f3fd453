"""QinDesk (亲台): the desk assistant of a shop's customer-service agent."""
