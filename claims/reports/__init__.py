"""Every figure and every export of the desk. Reads only."""
