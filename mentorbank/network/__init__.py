"""What the programme knows and decides: a folder a step, later steps look back, earlier ones never ahead."""
