"""From the surface tree to the checked form: names, types, references, displacement."""
