"""The service: laws behind HTTP, as `lawc serve` offers them (extra `serve`)."""
