"""Pages of the registers, for officers who may read them."""
