"""Tests, in the order of the rooms; house_rules (fences) and browser apart."""
