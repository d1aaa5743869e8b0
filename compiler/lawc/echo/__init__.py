"""The echo: a law said back in sentences, made from its checked form."""
