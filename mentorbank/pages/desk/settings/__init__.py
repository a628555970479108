"""What the network administrator sets: the network, divisions, programmes, staff, letter texts."""
