"""Ground under every step: refusals, who acts, spans of time, folded names, work for later."""
