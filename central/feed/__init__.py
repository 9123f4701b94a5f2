"""The feed: how operations become events in one order, and how desks read them."""
