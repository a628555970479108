"""The look that all pages share: layouts, components, tokens and css, the little JavaScript. See templatetags/parts.py."""
