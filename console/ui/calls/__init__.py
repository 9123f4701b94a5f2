"""The strip of calls: what rings, who talks and for how long."""
