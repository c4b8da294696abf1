"""The load benchmark: a synthetic desk of any size, and what each page and verb costs there beside its floor."""
