"""The same score for everything: what the way to a detector in Python costs, and nothing else."""

from nightlight_adapter import serve

serve(lambda state, message: 0.5, begin=lambda: None, name="echo", version="1")
