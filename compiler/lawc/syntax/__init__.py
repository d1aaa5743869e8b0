"""From text to the surface tree: structure, phrases, sentences."""
