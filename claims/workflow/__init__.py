"""Every write to the domain, as verbs: ``assign(claim, *, to, by)``. Pages, admin and commands call these only."""
