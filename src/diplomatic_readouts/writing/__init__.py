"""A record in, a file out: one format a module; importing this package loads none of them."""
