"""Who and what a text names: spots, the person register, references, entities."""
