"""The checked form of a law: types, nodes, and ways to walk and show them."""
