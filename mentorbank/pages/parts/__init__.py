"""The look that all pages share: layouts, components, tokens and css. Start at templatetags/parts.py."""
