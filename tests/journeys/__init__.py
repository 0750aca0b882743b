"""Journeys: whole ways of a citizen or an officer, in headless Chromium, on the server that `motcua run` starts."""
