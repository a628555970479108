"""Tests in the order of the rooms: codes, files, engine, network, pages, project; house_rules and browser apart."""
